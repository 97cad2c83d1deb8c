package rubicon.ingest.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.ingest.intake.EventPublisher;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.testing.IngestHouse;

/// Runs of each connector's fixture through Kafka into the ledger.
@QuarkusTest
@QuarkusTestResource(value = FixtureHouse.class, restrictToAnnotatedClass = true)
class ConnectorRunsIT {
    @Inject EventPublisher publisher;

    static Stream<Named<Connector>> connectors() {
        return Connectors.all().stream().map(it -> Named.of(it.id(), it));
    }

    @ParameterizedTest
    @MethodSource("connectors")
    void runThatWasKilledHalfwayIsCompletedAndNothingDoubles(Connector connector) throws Exception {
        Mapped mapped = connector.map(Fixtures.delivery(connector, Fixtures.of(connector)));
        Source source = FixtureHouse.upstream().source(connector);
        List<Outgoing> all =
                List.copyOf(
                        SyncPlan.of(source, List.of(), mapped, Fixtures.STATED).events().values());
        // What a process sends that is killed before it has sent everything and taken notes.
        publisher.publish(all.subList(0, all.size() / 2));

        JsonPath first = sync(connector);
        assertThat(first.getInt("refused")).isZero();
        assertThat(first.getInt("read")).isEqualTo(mapped.size());
        List<String> known = states(mapped);

        assertThat(sync(connector).getBoolean("notModified")).isTrue();

        publisher.publish(all);
        JsonPath again = sync(connector);
        assertThat(again.getInt("new")).isZero();
        assertThat(states(mapped)).as("what comes twice changes nothing").isEqualTo(known);
    }

    private static JsonPath sync(Connector connector) {
        return given().auth()
                .oauth2(IngestHouse.TOKEN)
                .post("/api/v1/sources/%s/sync?wait=PT60S".formatted(connector.id()))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// How many rows each touched indicator holds, and its best value.
    private static List<String> states(Mapped mapped) {
        return mapped.observations().stream()
                .map(it -> String.valueOf(it.indicator()))
                .distinct()
                .sorted()
                .map(it -> {
                    JsonPath state =
                            given().get("/api/v1/indicators/%s/state".formatted(it))
                                    .then()
                                    .statusCode(200)
                                    .extract()
                                    .jsonPath();
                    return "%s %s %s".formatted(it, state.get("counts"), state.get("latest.value"));
                })
                .toList();
    }
}
