package rubicon.ingest.computed;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.automation.AutomationIndexService;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Provenance;
import rubicon.model.observation.Subject;

class ComputedIndicesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 18);
    private static final Subject SUBJECT =
            new Subject("All categories", null, null, null, Actor.AI);

    /// The value of a day, computed as of noon, held against what was published of that day.
    @ParameterizedTest(name = "{0} as of {1}: {2}")
    @CsvSource({
        ", , true",
        ".4, 2026-11-18T12:00:00Z, false",
        ".3, 2026-11-18T12:00:00Z, false", // other categories, the same knowledge
        ".3, 2026-11-18T12:00:01Z, false", // another replica knew more
        ".3, 2026-11-18T11:59:59Z, true", // the ledger learnt more on that day
    })
    void aDayIsToldAgainOnlyByWhoKnowsMoreOfIt(
            @Nullable Double value, @Nullable Instant publishedAt, boolean isNews) {
        Point point =
                new Point(
                        FromIndex.INDEX,
                        DAY.toString(),
                        SUBJECT,
                        Estimate.of(.4),
                        null,
                        ObservedOn.day(DAY),
                        Instant.parse("2026-11-18T12:00:00Z"),
                        "a basis");
        assertThat(
                        ComputedIndices.isNews(
                                point,
                                Optional.ofNullable(value).map(it -> published(it, publishedAt))))
                .isEqualTo(isNews);
    }

    /// One over all ledgers would hold a connection, and what PostgreSQL may clean up, for as long
    /// as all of them take.
    @Test
    void noTransactionSpansTheLedgersThatTheIndexReads() {
        assertThat(AutomationIndexService.class.isAnnotationPresent(Transactional.class)).isFalse();
        assertThat(AutomationIndexService.class.getDeclaredMethods())
                .noneMatch(it -> it.isAnnotationPresent(Transactional.class));
    }

    private static Observation published(double value, @Nullable Instant at) {
        return new Observation(
                new ObservationKey(Point.SOURCE, FromIndex.INDEX, DAY.toString()),
                SUBJECT,
                Estimate.of(value),
                null,
                ObservedOn.day(DAY),
                at,
                null,
                Evaluator.OTHER,
                null,
                null,
                null,
                null,
                new TreeMap<>(),
                Provenance.NONE);
    }
}
