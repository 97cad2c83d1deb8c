package rubicon.ingest.source.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rubicon.ingest.source.TextFile.row;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.Deliveries;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class EpochBenchmarkingHubTest {
    private static final String RUNS = "benchmarks_runs.csv";
    private static final String VERSIONS = "model_versions.csv";
    private static final String WEIRDML = "external_benchmark_weirdml.csv";
    private static final String TERMINAL = "external_benchmark_terminal_bench.csv";

    private final Deliveries files = Deliveries.fixtureOf(new EpochBenchmarkingHub());

    @Test
    void runIsAShareInPerCentWithItsStandardError() throws Exception {
        ObservationPayload run = row(files.map(), "swe-bench-verified-epoch", "runSwe1");

        assertThat(run.value()).isEqualTo(34.6);
        assertThat(run.low()).isEqualTo(32.6);
        assertThat(run.high()).isEqualTo(36.6);
        assertThat(run.method()).isEqualTo("STANDARD_ERROR");
        assertThat(run.level()).isNull();
        assertThat(run.unit()).isEqualTo("% resolved");
        assertThat(run.subject())
                .isEqualTo(
                        new SubjectPayload(
                                "Claude Opus 4.1",
                                "Anthropic",
                                null,
                                LocalDate.of(2025, 8, 5),
                                "AI"));
        assertThat(run.observedOn()).isEqualTo(LocalDate.of(2025, 8, 5));
        assertThat(run.publishedAt()).isEqualTo(Instant.parse("2025-08-05T12:47:00Z"));
        assertThat(run.evidence()).isEqualTo("https://logs.example.org/view?run=runSwe1");
        assertThat(run.tags()).isEqualTo(Map.of("taskVersion", "1.0.0"));
    }

    @Test
    void runWithoutScoreOrSuccessIsNoResult() throws Exception {
        Mapped mapped = files.map();

        assertThat(mapped.observations())
                .filteredOn(it -> "swe-bench-verified-epoch".equals(it.indicator()))
                .hasSize(1);
        assertThat(mapped.refused()).isEmpty();
        assertThat(mapped.observations()).noneMatch(it -> "runGpqa".equals(it.externalId()));
    }

    @Test
    void standardErrorThatWasRoundedToNothingIsNoInterval() throws Exception {
        ObservationPayload run = row(files.map(), "frontiermath-private", "runFm1");

        assertThat(run.value()).isEqualTo(0.3);
        assertThat(run.low()).isNull();
        assertThat(run.high()).isNull();
        assertThat(Objects.requireNonNull(run.tags())).containsEntry("effort", "high");
    }

    @Test
    void intervalOfAShareEndsAtZero_AndAnUnknownNameIsKept() throws Exception {
        ObservationPayload run =
                row(files.map(), "frontiermath-tier-4-private", "manual_run_tier_4");

        assertThat(run.value()).isEqualTo(7.0);
        assertThat(run.low()).isEqualTo(0.0);
        assertThat(run.high()).isEqualTo(16.0);
        assertThat(Objects.requireNonNull(run.subject()).model()).isEqualTo("house-model-9");
        assertThat(Objects.requireNonNull(run.tags()))
                .containsEntry("unresolved", "true")
                .containsEntry("manualEvaluation", "checked");
    }

    @Test
    void perCentAndFractionMeanTheSame_AndAnEmptyScoreIsNoRow() throws Exception {
        Mapped mapped = files.map();

        ObservationPayload percent = row(mapped, "weirdml", "recW1");
        assertThat(percent.value()).isEqualTo(41.3);
        assertThat(percent.note()).isEqualTo("cost per run 1.22 USD");
        assertThat(row(mapped, "weirdml", "recW2").value()).isEqualTo(28.7);
        assertThat(mapped.observations()).noneMatch(it -> "recW3".equals(it.externalId()));
    }

    @Test
    void numberAboveOneWithoutPerCentSignIsRefused() throws Exception {
        Mapped mapped =
                files.with(
                                WEIRDML,
                                """
                                id,Model version,Accuracy
                                recA,gpt-5-2025-08-07_high,41.3
                                recB,undated-model,41.3%
                                recC,,41.3%
                                recD,gpt-5-2025-08-07_high,40.0%
                                """)
                        .map();

        assertThat(mapped.refused())
                .extracting(Mapped.Refused::externalId)
                .containsExactly("recA", "recB", "recC");
        assertThat(mapped.refused())
                .extracting(Mapped.Refused::violation)
                .containsExactly(
                        new Violation(WEIRDML + ".1.Accuracy", "'41.3' is no share"),
                        new Violation(
                                WEIRDML + ".2.Version release date",
                                "is missing for 'undated-model'"),
                        new Violation(WEIRDML + ".3.Model version", "is missing"));
        assertThat(row(mapped, "weirdml", "recD").value()).isEqualTo(40.0);
    }

    @Test
    void firstVersionOfWeirdmlIsAnotherTest() throws Exception {
        Mapped mapped =
                files.with(
                                WEIRDML,
                                """
                                id,Model version,Shapes easy,Average
                                recOld,gpt-5-2025-08-07_high,90.1%,60.1%
                                """)
                        .map();

        assertThat(mapped.observations()).noneMatch(it -> "weirdml".equals(it.indicator()));
    }

    /// The day of a row that is new since is that of its first reading: the next copy is no news of
    /// it.
    @Test
    void boardWithoutDatesIsDatedByTheCopyInWhichARowFirstStands() throws Exception {
        assertThat(new EpochBenchmarkingHub().isUndated()).isTrue();
        Mapped mapped = files.stated(TERMINAL, "2026-01-02T03:04:05Z").map();

        ObservationPayload fresh = row(mapped, "terminal-bench-v1", "recT1");
        assertThat(fresh.observedOn()).isNull();
        assertThat(fresh.evaluator()).isEqualTo("OTHER");
        assertThat(Objects.requireNonNull(fresh.subject()).scaffold()).isEqualTo("Some Agent");
        assertThat(fresh.low()).isEqualTo(47.9);
        assertThat(row(mapped, "terminal-bench-v1", "recT2").low()).isEqualTo(0.0);
        ObservationPayload known = row(mapped, "gso-opt1-any", "recyrQ4JUWjfKS1xR");
        assertThat(known.observedOn()).isEqualTo(LocalDate.of(2025, 6, 9));
    }

    @Test
    void copyOfAnotherHousesBoardHasThatHousesNames() throws Exception {
        ObservationPayload horizon = row(files.map(), "metr-horizon-p50-v1-0", "recM1");

        assertThat(horizon.value()).isEqualTo(81.5);
        assertThat(horizon.low()).isEqualTo(45.5);
        assertThat(horizon.high()).isEqualTo(160.25);
        assertThat(horizon.level()).isEqualTo(0.95);
        assertThat(horizon.unit()).isEqualTo("min");
        assertThat(Objects.requireNonNull(horizon.subject()).model()).isEqualTo("o3");
        assertThat(horizon.subject().scaffold()).isEqualTo("flock-secret");
    }

    @Test
    void everyHorizonThatIsCopiedIsOneOfMetrsResults() throws Exception {
        Set<String> results = new HashSet<>();
        yaml("/facts/metr-horizons-1-0.yaml")
                .path("observations")
                .forEach(it -> results.add(nameOf(it.path("subject"))));
        List<String> copied = new ArrayList<>();
        yaml("/aliases/epoch-copied-horizons.yaml").forEach(it -> copied.add(nameOf(it)));

        assertThat(copied).hasSize(34).isSubsetOf(results);
    }

    private static String nameOf(JsonNode subject) {
        return subject.path("model").asText() + "|" + subject.path("scaffold").asText();
    }

    private static JsonNode yaml(String resource) throws IOException {
        try (InputStream in = EpochBenchmarkingHubTest.class.getResourceAsStream(resource)) {
            return new YAMLMapper().readTree(in);
        }
    }

    @Test
    void rowsWithDatesFromAnotherFileAreStatedWithTheLaterOfTheTwo() throws Exception {
        Mapped mapped =
                files.stated(RUNS, "2026-01-01T00:00:00Z")
                        .stated(VERSIONS, "2026-02-02T00:00:00Z")
                        .stated(TERMINAL, "2026-01-01T00:00:00Z")
                        .map();

        assertThat(row(mapped, "swe-bench-verified-epoch", "runSwe1").statedAt())
                .isEqualTo(Instant.parse("2026-02-02T00:00:00Z"));
        assertThat(row(mapped, "terminal-bench-v1", "recT1").statedAt())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void boardThatIsNotThereIsNoFault_ButTheRunsAre() throws Exception {
        assertThat(files.without(TERMINAL).map().observations())
                .noneMatch(it -> "terminal-bench-v1".equals(it.indicator()));
        assertThatThrownBy(() -> files.without(RUNS).map())
                .isInstanceOf(DriftException.class)
                .hasMessageContaining(RUNS);
    }
}
