package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class FirstSeenTest {
    private static final ObservationKey KEY =
            new ObservationKey("upstream", new IndicatorId("posttrainbench-avg"), "row");

    @Test
    void newRowSpeaksOfTheDayOnWhichItsFileWasStated() {
        Mapped dated = FirstSeen.dated(mapped(null), Map.of());
        assertThat(dated.observations()).containsExactly(row(LocalDate.of(2026, 2, 5)));
    }

    @Test
    void knownRowKeepsItsDate() {
        ObservedOn known = ObservedOn.day(LocalDate.of(2025, 12, 1));
        Mapped dated = FirstSeen.dated(mapped(null), Map.of(KEY, known));
        assertThat(dated.observations()).containsExactly(row(known.date()));
    }

    @Test
    void rowWithADateIsNotAskedFor() {
        Mapped mapped = mapped(LocalDate.of(2026, 1, 1));
        assertThat(FirstSeen.undated(mapped)).isEmpty();
        assertThat(FirstSeen.dated(mapped, Map.of())).isSameAs(mapped);
        assertThat(FirstSeen.undated(mapped(null))).containsExactly(KEY);
    }

    private static Mapped mapped(@Nullable LocalDate observedOn) {
        return new Mapped(List.of(row(observedOn)), List.of());
    }

    private static ObservationPayload row(@Nullable LocalDate observedOn) {
        return new ObservationPayload(
                KEY.source(),
                KEY.externalId(),
                KEY.indicator().value(),
                new SubjectPayload("A", null, null, null, "AI"),
                20.5,
                18.0,
                23.0,
                null,
                "STANDARD_DEVIATION_OF_RUNS",
                3L,
                "%",
                null,
                observedOn,
                "DAY",
                null,
                Instant.parse("2026-02-05T23:59:00Z"),
                null,
                "THIRD_PARTY",
                null,
                "a note",
                null,
                null,
                Map.of("effort", "high"),
                null);
    }
}
