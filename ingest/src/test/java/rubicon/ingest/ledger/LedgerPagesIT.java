package rubicon.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.indicator.IndicatorService;
import rubicon.ingest.ledger.LedgerPages.Listing;
import rubicon.ingest.ledger.LedgerPages.Page;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.analysis.Plausibility;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Content.Retracted;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Provenance;
import rubicon.model.observation.RetractionReason;
import rubicon.model.observation.Subject;
import rubicon.model.wire.LedgerRowPayload;

/// Pages against what the whole ledger of an indicator says, read at once.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class LedgerPagesIT {
    private static final IndicatorId ID = new IndicatorId("weirdml");
    private static final long SEED = 17;
    private static final RowFilter ALL = new RowFilter(null, null, null, true, true, true, true);

    @Inject LedgerPages pages;
    @Inject LedgerService ledger;
    @Inject CatalogueService catalogue;
    @Inject IndicatorService indicators;

    @Test
    void pagesOfAnyLengthAreTheWholeListNowAndAsOfEveryMoment() {
        Random random = new Random(SEED);
        List<Instant> moments = new ArrayList<>();
        for (int batch = 0; batch < 3; batch++) {
            moments.add(append(batch, random));
        }
        Indicator indicator = catalogue.current().find(ID).orElseThrow();
        assertThat(list(pages.now(indicator, ALL), 500)).hasSizeGreaterThan(1_500);
        for (RowFilter filter : filters()) {
            assertThat(list(pages.now(indicator, filter), 333))
                    .as("seed %d %s", SEED, filter)
                    .isEqualTo(expected(indicator, filter, moments.getLast()));
            for (Instant moment : moments) {
                assertThat(list(pages.asOf(indicator, filter, moment), 997))
                        .as("seed %d %s %s", SEED, filter, moment)
                        .isEqualTo(expected(indicator, filter, moment));
            }
        }
        assertThat(list(pages.now(indicator, ALL), 50))
                .hasSameSizeAs(list(pages.now(indicator, ALL), 5_000));
    }

    private static List<RowFilter> filters() {
        LocalDate from = LocalDate.of(2026, 1, 5);
        LocalDate to = LocalDate.of(2026, 1, 9);
        return List.of(
                ALL,
                new RowFilter(null, null, null, false, false, true, false),
                new RowFilter(null, null, null, false, true, false, false),
                new RowFilter(from, to, null, true, false, true, false),
                new RowFilter(null, to, "M3", false, false, true, true),
                new RowFilter(from, null, "nobody", true, true, true, false));
    }

    private List<LedgerRowPayload> list(Listing listing, int limit) {
        List<LedgerRowPayload> rows = new ArrayList<>();
        RowPlace place = RowPlace.START;
        while (place != null) {
            Page page = pages.page(listing, place, limit);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(limit);
            rows.addAll(page.rows());
            place = page.next();
        }
        return rows;
    }

    /// By the model alone.
    private List<LedgerRowPayload> expected(Indicator indicator, RowFilter filter, Instant moment) {
        var whole = ledger.read(List.of(ID), moment).of(ID).histories();
        List<LedgerRowPayload> rows = new ArrayList<>();
        for (History history : Plausibility.judged(indicator, whole)) {
            rows.addAll(LedgerRows.of(history, indicator, filter));
        }
        return rows.stream()
                .sorted(
                        Comparator.comparing(
                                        LedgerRowPayload::observedOn,
                                        Comparator.nullsFirst(Comparator.naturalOrder()))
                                .thenComparing(LedgerRowPayload::source)
                                .thenComparing(LedgerRowPayload::externalId)
                                .thenComparingInt(LedgerRowPayload::revision))
                .toList();
    }

    private Instant append(int batch, Random random) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    WorkingLedger working = ledger.open(new TreeSet<>(List.of(ID)), Map.of());
                    for (int i = 0; i < 800; i++) {
                        ObservationKey key = key(random.nextInt(900));
                        Instant stated =
                                Instant.parse("2026-03-01T00:00:00Z")
                                        .plusSeconds(random.nextInt(5) * 86_400L);
                        working.append(
                                key,
                                new EventKey("test", batch + "-" + i),
                                stated,
                                content(key, random));
                    }
                    Instant newest = working.now().minusNanos(1_000);
                    ledger.save(working);
                    indicators.update(
                            catalogue.current(),
                            working,
                            Map.of(ID, 800),
                            // One of them leaves the state behind, as an import does.
                            batch == 1 ? Set.of() : Set.of(ID));
                    return newest;
                });
    }

    private static ObservationKey key(int number) {
        String name =
                switch (number % 4) {
                    case 0 -> "a row " + number;
                    case 1 -> "é" + number;
                    case 2 -> Integer.toString(number);
                    default -> "Z\n" + number;
                };
        return new ObservationKey(number % 3 == 0 ? "one" : "other", ID, name);
    }

    private static Content content(ObservationKey key, Random random) {
        if (random.nextInt(5) == 0) {
            return new Retracted(RetractionReason.WITHDRAWN, "gone");
        }
        double value = random.nextInt(400) == 0 ? 99 : 20 + random.nextInt(5);
        return new Reported(
                new Observation(
                        key,
                        new Subject("M" + random.nextInt(9), null, null, null, Actor.AI),
                        new Estimate(value, null, null, null, null, null),
                        null,
                        ObservedOn.day(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(12))),
                        null,
                        null,
                        Evaluator.OTHER,
                        null,
                        Objects.toString(random.nextInt(9)),
                        random.nextInt(9) == 0 ? "odd" : null,
                        null,
                        new TreeMap<>(Map.of("a", "b")),
                        Provenance.NONE));
    }
}
