package rubicon.ingest.source;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.metr.MetrBenchmarkResults;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

/// Values for tests of the sources.
final class Samples {
    static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    static final Instant TUESDAY = Instant.parse("2026-03-03T00:00:00Z");
    static final Instant WEDNESDAY = Instant.parse("2026-03-04T00:00:00Z");

    private Samples() {}

    static SourceConfig config(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(SourceConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(SourceConfig.class);
    }

    static Source source(boolean enabled, boolean retractAbsent) {
        return new Source(
                "upstream",
                new MetrBenchmarkResults(),
                URI.create("http://127.0.0.1/results.yaml"),
                Duration.ofHours(6),
                enabled,
                retractAbsent,
                Map.of());
    }

    static ObservationPayload row(@Nullable String externalId, double value) {
        return new ObservationPayload(
                "upstream",
                externalId,
                "metr-horizon-p50",
                new SubjectPayload(externalId, null, null, null, "AI"),
                value,
                null,
                null,
                null,
                null,
                null,
                "min",
                null,
                LocalDate.of(2026, 1, 1),
                "DAY",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null);
    }

    static ObservationPayload disputed(ObservationPayload it, String why) {
        return new ObservationPayload(
                it.source(),
                it.externalId(),
                it.indicator(),
                it.subject(),
                it.value(),
                it.low(),
                it.high(),
                it.level(),
                it.method(),
                it.n(),
                it.unit(),
                it.qualifier(),
                it.observedOn(),
                it.precision(),
                it.publishedAt(),
                it.statedAt(),
                it.startingPoint(),
                it.evaluator(),
                it.evidence(),
                it.note(),
                why,
                it.confirmed(),
                it.tags(),
                it.provenance());
    }

    static Mapped mapped(ObservationPayload... rows) {
        return new Mapped(List.of(rows), List.of());
    }

    static Mapped.Refused refused(String externalId) {
        return new Mapped.Refused(externalId, new Violation("results." + externalId, "is bad"));
    }
}
