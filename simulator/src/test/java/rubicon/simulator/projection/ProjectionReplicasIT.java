package rubicon.simulator.projection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.simulator.testing.HouseTopics;
import rubicon.simulator.testing.IngestDouble;
import rubicon.simulator.testing.Replicas;
import rubicon.simulator.testing.Replicas.Replica;
import rubicon.simulator.testing.States;

/// Scenarios that follow the ledger where several services watch, die, and lose Kafka.
@NullUnmarked
class ProjectionReplicasIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String indicator = "test-" + UUID.randomUUID();
    private Replicas replicas;
    private HouseTopics topics;

    @TempDir private Path folder;

    @BeforeEach
    void begin() throws SQLException {
        replicas = new Replicas(folder);
        topics = new HouseTopics(replicas.kafkaSettings());
    }

    @AfterEach
    void end() throws InterruptedException {
        IngestDouble.hold(false);
        replicas.close();
    }

    @Test
    void aReleaseIsFollowedByOneRunOfEachScenarioAlthoughTwoReplicasWatch() throws Exception {
        Replica one = replicas.start("one");
        replicas.start("two");
        IngestDouble.state(indicator, States.of(indicator, 3, 120.8, "2026-02-05"));
        List<Follower> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(quick(one));
        }
        for (Follower it : all) {
            published(it, 1);
        }

        IngestDouble.state(indicator, States.of(indicator, 4, 241.6, "2026-05-05"));
        topics.release(indicator, 4);
        topics.release(indicator, 4);

        for (Follower it : all) {
            published(it, 2);
            assertThat(runs(it)).isEqualTo(2);
        }
    }

    @Test
    void aReplicaThatIsKilledHasItsProjectionPublishedByTheOther() throws Exception {
        Replica survivor = replicas.start("survivor");
        Replica victim = replicas.start("victim");
        IngestDouble.state(indicator, States.of(indicator, 1, 0.999, "2026-02-05"));
        Follower follower = slow(survivor);
        int told = sharedRun(follower, victim);

        victim.kill();

        assertThat(running(follower)).isNotEmpty();
        published(follower, told);
        assertThat(runs(follower)).isEqualTo(told);
    }

    /// One dies with a scenario in its hands, the next with a projection that nobody was told of.
    @Test
    void whatTheDeadHadTakenIsTakenByAnother() throws Exception {
        Replica first = replicas.start("first");
        IngestDouble.state(indicator, States.of(indicator, 3, 120.8, "2026-02-05"));
        Follower follower = quick(first);
        published(follower, 1);
        holdProjectionsBack();

        // It reads the ledger, and does not come back from there.
        IngestDouble.hold(true);
        IngestDouble.state(indicator, States.of(indicator, 4, 241.6, "2026-05-05"));
        topics.release(indicator, 4);
        await().atMost(PATIENCE).until(() -> IngestDouble.held() > 0);
        first.kill();
        IngestDouble.hold(false);
        leasesEnd("recalibration");
        Replica second = replicas.start("second");
        await().atMost(PATIENCE).until(() -> unsent() == 1);
        second.kill();
        assertThat(topics.observations(follower.published())).hasSize(1);

        replicas.start("third");
        sendProjections();

        published(follower, 2);
        assertThat(runs(follower)).isEqualTo(2);
    }

    /// It goes away when one projection is to be sent and the next one's run is to be handed out.
    @Test
    void whileKafkaIsAwayNothingIsLostAndNothingIsToldTwice() throws Exception {
        Replica one = replicas.start("one");
        Replica two = replicas.start("two");
        IngestDouble.state(indicator, States.of(indicator, 3, 120.8, "2026-02-05"));
        Follower follower = quick(one);
        published(follower, 1);
        holdProjectionsBack();
        IngestDouble.state(indicator, States.of(indicator, 4, 241.6, "2026-05-05"));
        topics.release(indicator, 4);
        await().atMost(PATIENCE).until(() -> unsent() == 1);
        settled(follower);

        replicas.kafka().stop();
        sendProjections();
        IngestDouble.state(indicator, States.of(indicator, 5, 483.2, "2026-08-05"));
        replicas.execute(
                "insert into simulator.recalibration (scenario, due_at) values ('%s', now())"
                        .formatted(follower.scenario()));
        await().atMost(PATIENCE)
                .until(() ->
                        said("Projection not sent yet", one, two)
                                && said("Chunks not handed out yet", one, two));
        replicas.kafka().start();

        told(follower, 3);
        // By its id an event is one, however often Kafka's answer was lost.
        Map<String, Long> doublings = new HashMap<>();
        topics.observations(follower.published())
                .forEach(it ->
                        doublings.put(
                                it.path("id").asText(),
                                Math.round(it.path("data").path("value").asDouble())));
        assertThat(doublings.values()).containsExactlyInAnyOrder(1L, 2L, 3L);
        assertThat(runs(follower)).isEqualTo(3);
    }

    /// A scenario that is published.
    private record Follower(String scenario, String published) {}

    /// One doubling of the horizon from 60.4 to 120.8, at once.
    private Follower quick(Replica at) {
        return saved(
                at,
                """
                {"title": "Follows", "model": "research-loop", "samples": 10,
                 "outputs": ["modelDoublings", "labPace"],
                 "parameters": {"horizonRef": 60.4},
                 "bindings": {"horizonNow": {"indicator": "%s", "field": "FRONTIER"}},
                 "publish": {"indicator": "%s", "output": "modelDoublings"}}
                """);
    }

    /// Some seconds of work for one process.
    private Follower slow(Replica at) {
        return saved(
                at,
                """
                {"title": "Follows", "model": "compounding-error", "samples": 200000, "seed": 11,
                 "sobolPairs": 16384, "outputs": ["driftSurvival", "halfLife"],
                 "parameters": {"generations": [1000], "growth":
                   {"distribution": "uniform", "low": 0.99, "high": 1.01}},
                 "bindings": {"fidelity": {"indicator": "%s", "field": "FRONTIER"}},
                 "publish": {"indicator": "%s", "output": "halfLife"}}
                """);
    }

    private Follower saved(Replica at, String body) {
        String published = "forecast-" + UUID.randomUUID();
        IngestDouble.catalogue(published, "FORECAST");
        Response response =
                given().baseUri(base(at.address()))
                        .auth()
                        .oauth2("analyst")
                        .contentType("application/json")
                        .body(body.formatted(indicator, published))
                        .post("/api/v1/scenarios");
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(201);
        return new Follower(response.jsonPath().getString("id"), published);
    }

    private static String base(URI address) {
        return address.toString();
    }

    /// Waits until a scenario has said so much, each once, and has nothing more to say.
    private void published(Follower it, int times) throws Exception {
        told(it, times);
        assertThat(topics.observations(it.published()))
                .hasSize(times)
                .extracting(event -> event.path("id"))
                .doesNotHaveDuplicates();
    }

    private void told(Follower it, int times) throws Exception {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(topics.observations(it.published()))
                                .hasSizeGreaterThanOrEqualTo(times));
        settled(it);
        await().atMost(PATIENCE).until(() -> unsent() == 0);
    }

    private void settled(Follower it) {
        await().atMost(PATIENCE)
                .until(() ->
                        replicas.number(
                                        "select count(*) from simulator.recalibration"
                                                + " where scenario = '%s'".formatted(it.scenario()))
                                == 0);
    }

    private long runs(Follower it) throws SQLException {
        return replicas.number(
                "select count(*) from simulator.simulation where scenario = '%s'"
                        .formatted(it.scenario()));
    }

    private List<String> running(Follower it) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = replicas.connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "select id from simulator.simulation where state = 'RUNNING'"
                                        + " and scenario = '%s'".formatted(it.scenario()))) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /// Waits for a run under way of which a replica has just begun a chunk. By chance one may have
    /// nothing of a run: then another release brings the next.
    ///
    /// @return of how many runs it is the last
    private int sharedRun(Follower it, Replica replica) throws Exception {
        for (int release = 1; release <= 5; release++) {
            if (release > 1) {
                double value = 0.999 - release / 1e5;
                IngestDouble.state(indicator, States.of(indicator, release, value, "2026-02-05"));
                topics.release(indicator, release);
            }
            int number = release;
            await().atMost(PATIENCE).until(() -> runs(it) == number);
            boolean shared =
                    await().atMost(PATIENCE)
                                    .pollInterval(Duration.ofMillis(20))
                                    .until(
                                            () -> {
                                                List<String> runs = running(it);
                                                return runs.isEmpty()
                                                        ? Shared.ENDED
                                                        : replica.said()
                                                                        .contains(
                                                                                "Chunk begun run="
                                                                                        + runs
                                                                                                .getFirst())
                                                                ? Shared.YES
                                                                : Shared.NOT_YET;
                                            },
                                            state -> state != Shared.NOT_YET)
                            == Shared.YES;
            if (shared) {
                return release;
            }
            published(it, release);
        }
        throw new AssertionError("the replica never had a share");
    }

    private enum Shared {
        NOT_YET,
        YES,
        ENDED
    }

    private static boolean said(String words, Replica... some) {
        return List.of(some).stream().anyMatch(it -> it.said().contains(words));
    }

    private long unsent() throws SQLException {
        return replicas.number("select count(*) from simulator.projection_outbox");
    }

    /// Nothing that is to be sent is due, as if a sender had just taken it.
    private void holdProjectionsBack() throws SQLException {
        replicas.execute(
                """
                create function simulator.hold_back() returns trigger language plpgsql as $$
                begin
                    new.due_at = now() + interval '1 hour';
                    return new;
                end
                $$;
                create trigger hold_back before insert on simulator.projection_outbox
                    for each row execute function simulator.hold_back()
                """);
    }

    private void sendProjections() throws SQLException {
        replicas.execute("drop trigger hold_back on simulator.projection_outbox");
        leasesEnd("projection_outbox");
    }

    /// As if the minute had passed for which a replica takes one.
    private void leasesEnd(String table) throws SQLException {
        replicas.execute("update simulator.%s set due_at = now()".formatted(table));
    }
}
