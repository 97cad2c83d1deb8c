package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.ingest.source.Samples.MONDAY;
import static rubicon.ingest.source.Samples.TUESDAY;
import static rubicon.ingest.source.Samples.WEDNESDAY;
import static rubicon.ingest.source.Samples.mapped;
import static rubicon.ingest.source.Samples.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.model.ledger.EventKey;
import rubicon.model.wire.EventType;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

class SyncPlanTest {
    private static final Source KEEP = Samples.source(true, false);
    private static final Source RETRACT = Samples.source(true, true);

    @Test
    void everyRowIsReportedUnderItsIndicatorAtTheTimeOfTheStatement() {
        SyncPlan plan = SyncPlan.of(KEEP, List.of(), mapped(row("a", 1), row("b", 2)), MONDAY);

        assertThat(plan.reports()).hasSize(2);
        Outgoing first = plan.reports().getFirst();
        assertThat(first.type()).isEqualTo(EventType.OBSERVATION_REPORTED);
        assertThat(first.time()).isEqualTo(MONDAY);
        assertThat(first.recordKey()).isEqualTo("metr-horizon-p50");
        assertThat(first.key().source()).isEqualTo("/sources/upstream");
    }

    @Test
    void entryOfTheChronicleIsReportedUnderItsIdAndStaysWhenItIsLeftOut() {
        Mapped told = told(milestone("as it was"));
        SyncPlan plan = SyncPlan.of(RETRACT, List.of(), told, MONDAY);

        Outgoing only = plan.reports().getFirst();
        assertThat(only.type()).isEqualTo(EventType.MILESTONE_REPORTED);
        assertThat(only.recordKey()).isEqualTo("a-milestone");
        assertThat(only.time()).isEqualTo(MONDAY);
        assertThat(SyncPlan.of(RETRACT, List.of(), told, MONDAY).events()).isEqualTo(plan.events());
        Mapped edited = told(milestone("as it is"));
        assertThat(SyncPlan.of(RETRACT, List.of(), edited, MONDAY).events().keySet())
                .doesNotContainAnyElementsOf(plan.events().keySet());
        assertThat(SyncPlan.of(RETRACT, plan.rows(), mapped(), TUESDAY).retractions()).isEmpty();
    }

    /// Of statements of one moment the one with the highest event id stands.
    @Test
    void markIsLiftedByTheSameStatementWithoutItAlsoOfTheSameMoment() {
        EventKey plain = key(row("a", 1), MONDAY);
        EventKey disputed = key(Samples.disputed(row("a", 1), "doubtful"), MONDAY);
        assertThat(disputed.id()).isLessThan(plain.id());
        assertThat(key(Samples.disputed(row("a", 1), "doubtful"), MONDAY)).isEqualTo(disputed);
        assertThat(key(Samples.disputed(row("a", 1), "otherwise"), MONDAY)).isNotEqualTo(disputed);
        assertThat(key(Samples.disputed(row("a", 1), "doubtful"), TUESDAY)).isNotEqualTo(disputed);
    }

    @Test
    void withdrawalInWordsIsARetractionAtItsTimeWhateverTheSourceDoesWithAbsence() {
        Mapped mapped =
                new Mapped(
                        List.of(row("a", 1)),
                        List.of(
                                new Mapped.Withdrawal(
                                        new RetractionPayload(
                                                "upstream",
                                                "metr-horizon-p50",
                                                "a",
                                                "CONTAMINATION",
                                                "leaked"),
                                        TUESDAY)),
                        List.of(),
                        List.of(),
                        List.of());
        SyncPlan plan = SyncPlan.of(KEEP, List.of(), mapped, MONDAY);

        assertThat(plan.retractions())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.type()).isEqualTo(EventType.OBSERVATION_RETRACTED);
                    assertThat(it.time()).isEqualTo(TUESDAY);
                    assertThat(it.recordKey()).isEqualTo("metr-horizon-p50");
                });
        assertThat(plan.rows()).hasSize(1);
        assertThat(plan.events()).hasSize(2);
    }

    @Test
    void rowsOfAFileThatDriftedAreNotGone_NorThoseOfWhichNobodyKnowsTheFile() {
        List<String> before =
                RowKey.texts(
                        new TreeMap<>(
                                Map.of(
                                        RowKey.of(row("a", 1)),
                                        "a.csv",
                                        RowKey.of(row("b", 1)),
                                        "b.csv",
                                        RowKey.of(row("c", 1)),
                                        "")));
        Mapped mapped =
                new Mapped(
                        List.of(row("d", 1)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        new TreeMap<>(Map.of("b.csv", "no table")));
        SyncPlan plan =
                SyncPlan.of(RETRACT, before, mapped, RowFiles.NONE, TUESDAY, Set.of(), "somebody");
        assertThat(plan.retractions())
                .extracting(Outgoing::data)
                .map(it -> ((RetractionPayload) it).externalId())
                .containsExactly("a");
        assertThat(plan.rows()).hasSize(3);
    }

    @Test
    void withdrawalOfWhatNobodyStatedIsNone() {
        var void1 =
                new RetractionPayload("upstream", "metr-horizon-p50", "b", "DUPLICATE", "twice");
        Mapped mapped =
                new Mapped(
                        List.of(row("a", 1)),
                        List.of(new Mapped.Withdrawal(void1, TUESDAY)),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(SyncPlan.of(KEEP, List.of(), mapped, TUESDAY).retractions()).isEmpty();
        List<String> before = SyncPlan.of(KEEP, List.of(), mapped(row("b", 1)), MONDAY).rows();
        assertThat(SyncPlan.of(KEEP, before, mapped, TUESDAY).retractions())
                .extracting(Outgoing::data)
                .containsExactly(void1);
        assertThat(
                        SyncPlan.of(
                                        KEEP,
                                        List.of(),
                                        mapped,
                                        RowFiles.NONE,
                                        TUESDAY,
                                        Set.of(SyncPlan.keyOf(void1)),
                                        null)
                                .retractions())
                .as("one that the ledger holds")
                .hasSize(1);
    }

    @Test
    void sameRowAtTheSameTimeIsTheSameEvent() {
        EventKey once = key(row("a", 1), MONDAY);
        assertThat(key(row("a", 1), MONDAY)).isEqualTo(once);
        assertThat(key(row("a", 2), MONDAY)).isNotEqualTo(once);
        assertThat(key(row("b", 1), MONDAY)).isNotEqualTo(once);
        assertThat(key(row("a", 1), TUESDAY)).isNotEqualTo(once);
    }

    @Test
    void vanishedRowStaysWhereAbsenceMeansNothing() {
        List<String> before = remembered(20);
        SyncPlan plan = SyncPlan.of(KEEP, before, mapped(rows(1, 20)), TUESDAY);
        assertThat(plan.retractions()).isEmpty();
        assertThat(plan.drift()).isFalse();
        assertThat(plan.rows()).hasSize(19);
    }

    @Test
    void vanishedRowIsWithdrawnWhereAbsenceMeansThat() {
        SyncPlan plan = SyncPlan.of(RETRACT, remembered(20), mapped(rows(2, 20)), TUESDAY);

        assertThat(plan.drift()).isFalse();
        assertThat(plan.rows()).hasSize(18);
        assertThat(plan.retractions())
                .extracting(Outgoing::data)
                .containsExactly(withdrawn("row-0"), withdrawn("row-1"));
        assertThat(plan.retractions())
                .allSatisfy(it -> {
                    assertThat(it.type()).isEqualTo(EventType.OBSERVATION_RETRACTED);
                    assertThat(it.time()).isEqualTo(TUESDAY);
                });
    }

    @Test
    void overATenthGoneWithdrawsNothingAndForgetsNothing() {
        SyncPlan plan = SyncPlan.of(RETRACT, remembered(20), mapped(rows(3, 21)), TUESDAY);

        assertThat(plan.retractions()).isEmpty();
        assertThat(plan.drift()).isTrue();
        assertThat(plan.rows()).hasSize(21);
        SyncPlan next = SyncPlan.of(RETRACT, plan.rows(), mapped(rows(1, 21)), WEDNESDAY);
        assertThat(next.drift()).isFalse();
        assertThat(next.retractions())
                .extracting(Outgoing::data)
                .containsExactly(withdrawn("row-0"));
    }

    @Test
    void whatVanishedIsNamed_AndWithdrawnOnceSomebodySaysThatItIsGone() {
        List<String> before = remembered(20);
        Mapped mapped = mapped(rows(3, 25));
        assertThat(SyncPlan.of(RETRACT, before, mapped, TUESDAY).missing())
                .containsExactly(
                        "3 of 20 rows vanished and none was withdrawn: row-0 (metr-horizon-p50),"
                                + " row-1 (metr-horizon-p50), row-2 (metr-horizon-p50)");

        SyncPlan accepted =
                SyncPlan.of(RETRACT, before, mapped, RowFiles.NONE, TUESDAY, Set.of(), "somebody");
        assertThat(accepted.drift()).isFalse();
        assertThat(accepted.missing()).isEmpty();
        assertThat(accepted.rows()).hasSize(22);
        assertThat(accepted.retractions())
                .hasSize(3)
                .first()
                .extracting(Outgoing::data)
                .isEqualTo(
                        new RetractionPayload(
                                "upstream",
                                "metr-horizon-p50",
                                "row-0",
                                "WITHDRAWN",
                                "the row is no longer in the upstream; accepted by somebody"));
    }

    @Test
    void rowThatCannotBeReadIsNotGone() {
        Mapped mapped = new Mapped(List.of(rows(1, 20)), List.of(Samples.refused("row-0")));
        SyncPlan plan = SyncPlan.of(RETRACT, remembered(20), mapped, TUESDAY);
        assertThat(plan.retractions()).isEmpty();
        assertThat(plan.rows()).hasSize(20);
    }

    @Test
    void rowWithoutAKeyIsReportedAndNotRemembered() {
        SyncPlan plan = SyncPlan.of(RETRACT, List.of(), mapped(row(null, 1)), MONDAY);
        assertThat(plan.reports()).hasSize(1);
        assertThat(plan.rows()).isEmpty();
    }

    @Test
    void upstreamsOwnDateIsTheTimeOfTheStatement() {
        assertThat(SyncPlan.statedAt(MONDAY, null, WEDNESDAY)).isEqualTo(MONDAY);
        assertThat(SyncPlan.statedAt(TUESDAY, MONDAY, WEDNESDAY)).isEqualTo(TUESDAY);
    }

    @Test
    void retrievalIsTheTimeWhereTheUpstreamGivesNoneThatFits() {
        assertThat(SyncPlan.statedAt(null, null, MONDAY)).isEqualTo(MONDAY);
        assertThat(SyncPlan.statedAt(MONDAY, MONDAY, TUESDAY))
                .as("changed under a frozen date")
                .isEqualTo(TUESDAY);
        assertThat(SyncPlan.statedAt(MONDAY, TUESDAY, WEDNESDAY))
                .as("changed under an older date")
                .isEqualTo(WEDNESDAY);
        assertThat(SyncPlan.statedAt(WEDNESDAY, MONDAY, TUESDAY))
                .as("dated ahead of now")
                .isEqualTo(TUESDAY);
    }

    private static Mapped told(MilestonePayload milestone) {
        return new Mapped(List.of(), List.of(), List.of(milestone), List.of(), List.of());
    }

    private static MilestonePayload milestone(String what) {
        return new MilestonePayload(
                "a-milestone",
                "upstream",
                null,
                null,
                null,
                what,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static EventKey key(ObservationPayload row, java.time.Instant statedAt) {
        return SyncPlan.of(KEEP, List.of(), mapped(row), statedAt).reports().getFirst().key();
    }

    private static List<String> remembered(int count) {
        return SyncPlan.of(KEEP, List.of(), mapped(rows(0, count)), MONDAY).rows();
    }

    private static ObservationPayload[] rows(int from, int to) {
        List<ObservationPayload> rows = new ArrayList<>();
        IntStream.range(from, to).forEach(i -> rows.add(row("row-" + i, i + 1.0)));
        return rows.toArray(ObservationPayload[]::new);
    }

    private static RetractionPayload withdrawn(String externalId) {
        return new RetractionPayload(
                "upstream",
                "metr-horizon-p50",
                externalId,
                "WITHDRAWN",
                "the row is no longer in the upstream");
    }
}
