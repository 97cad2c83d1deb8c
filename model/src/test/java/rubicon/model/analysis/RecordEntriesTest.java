package rubicon.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Kind;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.Qualifier;
import rubicon.model.recordledger.Attempt.Start;
import rubicon.model.recordledger.Doubt;
import rubicon.model.recordledger.Entry;
import rubicon.model.recordledger.RecordChain;
import rubicon.model.testing.Samples;
import rubicon.model.trend.DatedValue;

class RecordEntriesTest {
    private static final Indicator LEDGER = ledger(Direction.LOWER);

    @Test
    void aRetimingIsARowOfItsOwnBeforeItsRecord() {
        RecordEntries rows =
                entries(
                        LEDGER,
                        row("1", 45, "2025-01-01"),
                        Samples.tagged(row("2", 46, "2025-02-01"), "baseline", "50"));
        assertThat(rows.entries())
                .extracting(Entry::kind)
                .containsExactly(Entry.Kind.RECORD, Entry.Kind.RETIMING, Entry.Kind.RECORD);
        assertThat(RecordChain.of(rows.entries()).total())
                .isCloseTo(Math.log(50 / 46.0), within(1e-12));
        assertThat(rows.results()).hasSize(2);
        assertThat(rows.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "0", "NaN", "Infinity"})
    void aBaselineThatIsNoTimeIsSaidAndNotHeeded(String baseline) {
        RecordEntries rows =
                entries(
                        LEDGER,
                        row("1", 45, "2025-01-01"),
                        Samples.tagged(row("2", 40, "2025-02-01"), "baseline", baseline));
        assertThat(rows.entries()).hasSize(2);
        assertThat(rows.faults()).hasSize(1).first().asString().contains("baseline", baseline);
    }

    @Test
    void aBoundOnTheSideThatFlattersIsNoStep() {
        RecordEntries rows =
                entries(
                        LEDGER,
                        row("1", 45, "2025-01-01"),
                        Samples.qualified(
                                row("2", 20, "2025-02-01"), Qualifier.of(">").orElseThrow()),
                        Samples.qualified(
                                row("3", 40, "2025-03-01"), Qualifier.of("<").orElseThrow()));
        assertThat(rows.entries()).extracting(Entry::value).containsExactly(45.0, 40.0);
        assertThat(rows.fixed()).isZero();
    }

    @Test
    void bundlesAreMarkedAndFixedStartsLeftOut() {
        RecordEntries rows =
                entries(
                        LEDGER,
                        row("1", 45, "2025-01-01"),
                        Samples.tagged(row("2", 20, "2025-02-01"), "scope", "BUNDLE"),
                        Samples.startedFrom(row("3", 19, "2025-03-01"), "running"),
                        Samples.startedFrom(row("4", 1, "2025-04-01"), "the first version"));
        assertThat(rows.entries())
                .extracting(Entry::scope)
                .containsExactly(Entry.Scope.ONE_IDEA, Entry.Scope.BUNDLE, Entry.Scope.ONE_IDEA);
        assertThat(rows.fixed()).isEqualTo(1);
    }

    @Test
    void rowsOfOneDayAreOrderedByTheirNumbersElseTheWorseFirst() {
        assertThat(
                        entries(
                                        LEDGER,
                                        row("10", 41, "2025-01-01"),
                                        row("9", 40, "2025-01-01"),
                                        row("8", 45, "2025-01-01"))
                                .entries())
                .extracting(Entry::id)
                .containsExactly("8", "9", "10");
        assertThat(
                        entries(
                                        LEDGER,
                                        row("b", 40, "2025-01-01"),
                                        row("a", 41, "2025-01-01"),
                                        row("c", 45, "2025-01-01"))
                                .entries())
                .extracting(Entry::id)
                .containsExactly("c", "a", "b");
        assertThat(
                        entries(
                                        ledger(Direction.HIGHER),
                                        row("b", 2, "2025-01-01"),
                                        row("a", 4, "2025-01-01"))
                                .entries())
                .extracting(Entry::value)
                .containsExactly(0.5, 0.25);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderInWhichRowsCameChangesNothing(long seed) {
        List<Observation> rows = new ArrayList<>();
        Random random = new Random(seed);
        for (int i = 0; i < 30; i++) {
            rows.add(
                    row(
                            "r" + i,
                            1 + random.nextInt(50),
                            LocalDate.of(2025, 1, 1).plusDays(random.nextInt(10)).toString()));
        }
        List<Entry> one = entries(LEDGER, rows.toArray(Observation[]::new)).entries();
        Collections.shuffle(rows, random);
        assertThat(entries(LEDGER, rows.toArray(Observation[]::new)).entries()).isEqualTo(one);
    }

    @Test
    void whatIsNoLedgerOfRecordsSaysWhy() {
        Indicator measured = Samples.horizon(Samples.P50, Direction.LOWER, null);
        assertThat(RecordEntries.whyNot(LEDGER)).isEmpty();
        assertThat(RecordEntries.whyNot(measured).orElseThrow()).contains("MEASUREMENT");
        assertThat(RecordEntries.whyNot(ledger(Direction.NONE)).orElseThrow())
                .contains("direction");
        assertThat(
                        RecordEntries.whyNot(Samples.ofKind(measured, Kind.RECORD_LEDGER, Feed.OWN))
                                .orElseThrow())
                .contains("computed here");
        assertThat(
                        RecordEntries.whyNot(Samples.withIdentity(LEDGER, Identity.SERIES))
                                .orElseThrow())
                .contains("again and again");
    }

    @Test
    void heightsAreChainedAndNeverJoinedOverStarts() {
        Observation[] rows = {
            row("1", 45, "2025-01-01"),
            Samples.tagged(row("2", 46, "2025-02-01"), "baseline", "50"),
            Samples.startedFrom(row("3", 10, "2025-03-01"), "empty file"),
            row("4", 23, "2025-04-01")
        };
        Attempts attempts = attempts(LEDGER, rows);
        assertThat(attempts.heights().keySet()).containsExactlyInAnyOrder(Start.values());
        assertThat(attempts.records(Start.RUNNING, LocalDate.of(2026, 1, 1)))
                .extracting(DatedValue::value)
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
                .containsExactly(0.0, Math.log(50 / 46.0), Math.log(50 / 23.0));
        assertThat(attempts.records(Start.FIXED, LocalDate.of(2026, 1, 1))).hasSize(1);
        assertThat(attempts.records(Start.RUNNING, LocalDate.of(2025, 1, 15))).hasSize(1);

        Indicator measured =
                Samples.ofKind(
                        Samples.horizon(Samples.P50, Direction.HIGHER, null),
                        Kind.MEASUREMENT,
                        Feed.LIVE);
        assertThat(attempts(measured, row("a", Math.E, "2025-01-01")).heights().get(Start.FIXED))
                .extracting(DatedValue::value)
                .containsExactly(1.0);
    }

    @Test
    void aDoubtedCreditIsReadFromItsTags() {
        Observation half =
                Samples.tagged(row("2", 40, "2025-01-02"), RecordEntries.OTHER_ACTOR, "CENTAUR");
        Observation told =
                Samples.tagged(
                        Samples.tagged(
                                row("3", 30, "2025-01-03"), RecordEntries.OTHER_ACTOR, "HUMAN"),
                        RecordEntries.DOUBT,
                        "0.2");
        Observation wrong =
                Samples.tagged(
                        Samples.tagged(
                                row("4", 20, "2025-01-04"), RecordEntries.OTHER_ACTOR, "HUMAN"),
                        RecordEntries.DOUBT,
                        "2");
        RecordEntries read = entries(LEDGER, row("1", 50, "2025-01-01"), half, told, wrong);
        assertThat(read.entries())
                .extracting(Entry::doubt)
                .containsExactly(
                        null, new Doubt(Actor.CENTAUR, 0.5), new Doubt(Actor.HUMAN, 0.2), null);
        assertThat(read.faults()).singleElement().asString().startsWith("4: ").contains("'2'");
    }

    private static Indicator ledger(Direction direction) {
        return Samples.ofKind(
                Samples.horizon(Samples.P50, direction, null), Kind.RECORD_LEDGER, Feed.LIVE);
    }

    private static Observation row(String id, double value, String date) {
        return Samples.withId(Samples.observation(Samples.P50, "first", "system", value, date), id);
    }

    private static List<Result> results(Indicator indicator, Observation... rows) {
        List<Statement> statements = new ArrayList<>();
        for (Observation it : rows) {
            statements.add(Samples.reported(it.key().externalId(), "2026-03-03T00:00:00Z", it));
        }
        return Result.standing(indicator, IndicatorLedger.of(statements).histories());
    }

    private static Map<ObservationKey, Observation> said(Observation... rows) {
        Map<ObservationKey, Observation> said = new HashMap<>();
        for (Observation it : rows) {
            said.put(it.key(), it);
        }
        return said;
    }

    private static RecordEntries entries(Indicator indicator, Observation... rows) {
        Map<ObservationKey, Observation> said = said(rows);
        return RecordEntries.of(
                indicator, results(indicator, rows), key -> Objects.requireNonNull(said.get(key)));
    }

    private static Attempts attempts(Indicator indicator, Observation... rows) {
        Map<ObservationKey, Observation> said = said(rows);
        List<Statement> statements = new ArrayList<>();
        for (Observation it : rows) {
            statements.add(Samples.reported(it.key().externalId(), "2026-03-03T00:00:00Z", it));
        }
        Standing standing = Standing.of(indicator, IndicatorLedger.of(statements).histories());
        return Attempts.of(
                Course.of(standing, List.of()),
                standing.results(),
                key -> Objects.requireNonNull(said.get(key)));
    }
}
