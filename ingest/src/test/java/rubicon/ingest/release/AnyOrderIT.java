package rubicon.ingest.release;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.wire.Topics;

/// The order in which statements come, and how often, is not in a state.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class AnyOrderIT {
    private static final int INDICATORS = 4;
    private static final int SUBJECTS = 12;
    private static final long SEED = 20261122;

    /// Growth without an end.
    private static final Like GROWTH =
            new Like(
                    "growth",
                    """
                    "scale": "LOG", "direction": "HIGHER"
                    """,
                    i -> Math.pow(1.6, i));

    /// Bounded, below a sourced ceiling, with a line that is still to be crossed.
    private static final Like CEILING =
            new Like(
                    "ceiling",
                    """
                    "scale": "LOGIT", "direction": "HIGHER", "bounds": {"low": 0, "high": 100},
                    "noiseCeiling": {"value": 97, "reason": "wrong labels", "source": "a study"},
                    "lines": [{"value": 90, "label": "experts", "source": "a study"}]
                    """,
                    i -> 80 / (1 + Math.exp(3 - i / 2.0)));

    /// A trend from a day on and up to a limit, with a line that is still to be crossed.
    private static final Like WINDOW =
            new Like(
                    "window",
                    """
                    "scale": "LOG", "direction": "HIGHER",
                    "trend": {"from": "2025-02-15", "maxValue": 90},
                    "lines": [{"value": 1000, "label": "much", "source": "a study"}]
                    """,
                    i -> Math.pow(1.6, i));

    /// A straight line downwards.
    private static final Like LINEAR =
            new Like(
                    "linear",
                    """
                    "scale": "LINEAR", "direction": "LOWER", "bounds": {"low": 2},
                    "lines": [{"value": 2.1, "label": "near the bound", "source": "a study"}]
                    """,
                    i -> 3 - 0.05 * i);

    private static final List<Like> ALL = List.of(GROWTH, CEILING, WINDOW, LINEAR);

    /// What an indicator is like, and its values.
    private record Like(String name, String more, IntToDoubleFunction value) {
        String indicator(int number) {
            return "order-%s-%d".formatted(name, number);
        }

        String entry(int number) {
            return """
            {"id": "%s", "title": "In any order", "kind": "MEASUREMENT", "unit": "points",
             "view": "LAB", "date": "RESULT", "feed": "LIVE", "sources": ["tests"],
             "licence": {"id": "CC0-1.0", "export": "YES"}, "citation": "Ours",
             "description": "The same statements as others of its kind, in an order of its own.",
             %s}
            """
                    .formatted(indicator(number), more);
        }
    }

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void anyOrderAndAnyDuplicationGiveTheSameBytes() throws Exception {
        Random random = new Random(SEED);
        List<String> all = new ArrayList<>();
        for (Like like : ALL) {
            for (int indicator = 0; indicator < INDICATORS; indicator++) {
                String id = like.indicator(indicator);
                given().auth()
                        .oauth2(IngestHouse.TOKEN)
                        .contentType("application/json")
                        .body(like.entry(indicator))
                        .put("/api/v1/indicators/" + id)
                        .then()
                        .statusCode(201);
                List<String> mine = statements(id, like.value());
                mine.addAll(mine.subList(0, mine.size() / 2));
                Collections.shuffle(mine, random);
                all.addAll(mine);
            }
        }
        send(all);

        int statements = 3 * SUBJECTS + 1;
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> {
                    for (Like like : ALL) {
                        for (int indicator = 0; indicator < INDICATORS; indicator++) {
                            assertThat(state(like.indicator(indicator)))
                                    .contains("\"version\":" + statements + ",");
                        }
                    }
                });
        for (Like like : ALL) {
            Set<String> states =
                    IntStream.range(0, INDICATORS)
                            .mapToObj(like::indicator)
                            .map(AnyOrderIT::state)
                            .collect(Collectors.toSet());
            assertThat(states).as("%s, seed %d", like.name(), SEED).hasSize(1);
            assertThat(states.iterator().next())
                    .contains("\"standing\":11")
                    .contains("\"retracted\":1");
        }
        assertThat(read(CEILING).getDouble("saturation"))
                .as("80/(1 + e^-2.5) of 97")
                .isCloseTo(0.7621, within(1e-3));
        assertThat(read(WINDOW).getInt("trend.points")).isBetween(3, 8);
        for (Like like : List.of(CEILING, WINDOW, LINEAR)) {
            assertThat(read(like).getList("forecasts")).as(like.name()).hasSize(1);
        }
    }

    private static JsonPath read(Like like) {
        return given().get("/api/v1/indicators/" + like.indicator(0) + "/state").jsonPath();
    }

    /// Of each subject a value, a correction, and one that says nothing new; one is taken back, and
    /// of two statements of one moment the event's id decides.
    private static List<String> statements(String indicator, IntToDoubleFunction values) {
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < SUBJECTS; i++) {
            double value = values.applyAsDouble(i);
            statements.add(reported(indicator, i, "a", value * 1.005, "2026-02-01T00:00:00Z"));
            statements.add(reported(indicator, i, "b", value * 1.002, "2026-03-01T00:00:00Z"));
            statements.add(reported(indicator, i, "c", value, "2026-03-01T00:00:00Z"));
        }
        statements.add(
                """
                {"specversion": "1.0", "id": "%1$s-gone", "source": "tests", "time": "2026-04-01T00:00:00Z",
                 "type": "rubicon.observation.retracted.v1",
                 "data": {"source": "tests", "indicator": "%1$s", "externalId": "s3",
                          "reason": "WITHDRAWN", "label": "a slip"}}
                """
                        .formatted(indicator));
        return statements;
    }

    private static String reported(
            String indicator, int subject, String id, double value, String time) {
        return """
        {"specversion": "1.0", "id": "%1$s-%2$d%3$s", "source": "tests", "time": "%5$s",
         "type": "rubicon.observation.reported.v1",
         "data": {"source": "tests", "indicator": "%1$s", "externalId": "s%2$d",
                  "subject": {"model": "M%2$d"}, "value": %4$s, "observedOn": "2025-%6$02d-01"}}
        """
                .formatted(indicator, subject, id, value, time, subject + 1);
    }

    /// What it says of the indicator, but for its name, which is in the ids of rows too, and for
    /// when it was recorded.
    private static String state(String id) {
        return given().get("/api/v1/indicators/" + id + "/state")
                .asString()
                .replace(id, "order")
                .replaceAll("\"(asOf|observation)\":\"[^\"]*\"", "\"$1\":\"\"");
    }

    private void send(List<String> values) throws Exception {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(
                        new HashMap<>(kafka), new StringSerializer(), new StringSerializer())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(Topics.OBSERVATIONS, "one-key", value)).get();
            }
        }
    }
}
