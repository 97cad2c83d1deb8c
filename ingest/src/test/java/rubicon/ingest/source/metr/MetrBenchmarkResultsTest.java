package rubicon.ingest.source.metr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;

class MetrBenchmarkResultsTest {
    private static final Instant STATED = Instant.parse("2026-01-30T07:25:21Z");
    private final MetrBenchmarkResults connector = new MetrBenchmarkResults();

    private Mapped map(byte[] payload) throws DriftException {
        return connector.map(
                new Fetched(
                        "metr-time-horizons",
                        "http://localhost/x",
                        STATED,
                        STATED,
                        "abc",
                        "r",
                        payload));
    }

    private Mapped fixture(String name) throws IOException, DriftException {
        try (InputStream in = MetrBenchmarkResultsTest.class.getResourceAsStream("/metr/" + name)) {
            return map(Objects.requireNonNull(in).readAllBytes());
        }
    }

    @Test
    void eachRowGoesToTheDefinitionThatItNames() throws Exception {
        assertThat(fixture("flat-first.yaml").observations())
                .extracting(
                        ObservationPayload::indicator,
                        ObservationPayload::externalId,
                        ObservationPayload::value)
                .containsExactly(
                        tuple("metr-horizon-p50", "alpha_1_inspect", 4.0),
                        tuple("metr-horizon-p80", "alpha_1_inspect", 1.0),
                        tuple("metr-horizon-p50", "beta_2_inspect", 64.0),
                        tuple("metr-horizon-p80", "beta_2_inspect", 10.0),
                        tuple("metr-horizon-p50-v1-0", "old_0", 0.4),
                        tuple("metr-horizon-p80-v1-0", "old_0", 0.1));
    }

    @Test
    void observationCarriesIntervalDateAndProvenance() throws Exception {
        ObservationPayload it = fixture("flat-first.yaml").observations().getFirst();
        assertThat(it.low()).isEqualTo(2.0);
        assertThat(it.high()).isEqualTo(9.0);
        assertThat(it.level()).isEqualTo(0.95);
        assertThat(it.observedOn()).isEqualTo("2024-01-01");
        assertThat(it.statedAt()).isEqualTo(STATED);
        assertThat(Objects.requireNonNull(it.subject()).scaffold()).isEqualTo("flock");
        assertThat(it.tags()).containsEntry("unresolved", "true");
        assertThat(Objects.requireNonNull(it.provenance()).payloadSha256()).isEqualTo("abc");
    }

    @Test
    void oldLayoutNamesItsAgentsWhereThereAreSeveral() throws Exception {
        Mapped mapped = fixture("nested.yaml");
        assertThat(mapped.observations())
                .extracting(ObservationPayload::externalId, ObservationPayload::value)
                .containsExactly(
                        tuple("alpha_1", 5.0),
                        tuple("alpha_1", 1.5),
                        tuple("twins-1/one", 6.0),
                        tuple("twins-1/one", 1.5),
                        tuple("twins-1/two", 7.0));
        assertThat(mapped.problems())
                .extracting(Violation::field)
                .containsExactly("results.twins-1.agents.two.p80_horizon_length.estimate");
    }

    @Test
    void definitionThatNobodyKnowsIsNeverSpliced() throws Exception {
        Mapped mapped =
                map(
                        """
                        benchmark_name: METR-Horizon-v1.1
                        results:
                          a:
                            metrics:
                              p50_horizon_length: {estimate: 1}
                              p80_horizon_length: {estimate: 1}
                            release_date: 2026-01-01
                          b: {benchmark_name: METR-Horizon-v2, release_date: 2026-01-01}
                          c: {release_date: soon}
                        """
                                .getBytes(StandardCharsets.UTF_8));
        assertThat(mapped.observations()).hasSize(2);
        assertThat(mapped.problems())
                .extracting(Violation::field)
                .containsExactly("results.b.benchmark_name", "results.c.release_date");
    }

    @Test
    void whatIsNotMetrsFormIsDrift() {
        for (String payload : new String[] {"<html>", "", "a: [", "runs: {}", "- 1"}) {
            assertThatThrownBy(() -> map(payload.getBytes(StandardCharsets.UTF_8)))
                    .as(payload)
                    .isInstanceOf(DriftException.class);
        }
    }
}
