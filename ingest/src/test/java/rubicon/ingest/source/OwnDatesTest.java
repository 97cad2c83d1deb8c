package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.ingest.source.Samples.MONDAY;
import static rubicon.ingest.source.Samples.TUESDAY;
import static rubicon.ingest.source.Samples.WEDNESDAY;
import static rubicon.ingest.source.Samples.row;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Provenance;
import rubicon.model.observation.RetractionReason;
import rubicon.model.observation.Subject;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

/// Readings of one file, stated on Wednesday, into a ledger in memory.
class OwnDatesTest {
    private static final Source SOURCE = Samples.source(true, true);
    private static final ObservationKey KEY =
            new ObservationKey("upstream", new IndicatorId("metr-horizon-p50"), "a");

    private final Map<EventKey, Statement> ledger =
            new TreeMap<>(Comparator.comparing(EventKey::source).thenComparing(EventKey::id));
    private List<String> rows = List.of();

    /// Of statements of one moment that with the highest event id stands, which is neither the
    /// newer one nor the older one: of two values in turn one would never stand.
    @Test
    void newerReadingStandsWhicheverOfThemHasTheHigherId() {
        for (double value : List.of(1.0, 2.0, 1.0, 2.0, 3.0, 1.0)) {
            assertThat(play(mapped(value, MONDAY))).isEqualTo(1);
            assertThat(stands()).isEqualTo(value);
        }
        assertThat(history().statements().getLast().statedAt())
                .isEqualTo(MONDAY.plus(5, ChronoUnit.MICROS));
    }

    @Test
    void rowThatSaysWhatItSaidIsNotSentAnew() {
        play(mapped(1, MONDAY));
        play(mapped(2, MONDAY));
        assertThat(play(mapped(2, MONDAY))).isZero();
        assertThat(play(mapped(2, MONDAY))).isZero();
        assertThat(history().statements()).hasSize(2);
    }

    /// What is no part of an event's identity would be lost with it.
    @Test
    void rowThatIsMarkedOtherwiseIsSentAnew() {
        ObservationPayload plain = row("a", 1).stated(MONDAY);
        play(Samples.mapped(plain));
        Mapped flagged = Samples.mapped(marked(plain, null, Map.of("leakage", "true")));
        assertThat(play(flagged)).isEqualTo(1);
        assertThat(play(flagged)).isZero();
        Mapped first = Samples.mapped(marked(plain, "FIRST_PARTY", Map.of("note", "no flag")));
        assertThat(play(first)).isEqualTo(1);
        assertThat(play(first)).isZero();
        assertThat(play(Samples.mapped(marked(plain, "FIRST_PARTY", Map.of())))).isZero();
    }

    @Test
    void rowWithTheDateOfItsFileIsStatedWhenTheFileIs() {
        play(mapped(1, WEDNESDAY));
        play(mapped(2, WEDNESDAY));
        assertThat(history().statements()).extracting(Statement::statedAt).containsOnly(WEDNESDAY);
    }

    /// The print is corrected on the next day: read anew, it does not outrank its correction.
    @Test
    void earlierWordOfARowStaysBeforeTheLater() {
        Instant soon = MONDAY.plus(2, ChronoUnit.MICROS);
        for (double print : List.of(1.0, 4.0, 5.0, 6.0, 1.0)) {
            play(Samples.mapped(row("a", print).stated(MONDAY), row("a", 2).stated(soon)));
            assertThat(stands()).isEqualTo(2.0);
        }
        play(Samples.mapped(row("a", 1).stated(MONDAY), row("a", 3).stated(soon)));
        assertThat(stands()).isEqualTo(3.0);
    }

    /// A mark and the same value without it, of one moment, are told apart by their ids.
    @Test
    void severalWordsOfOneMomentStayTogether() {
        Mapped both =
                Samples.mapped(
                        Samples.disputed(row("a", 1).stated(MONDAY), "doubtful"),
                        row("a", 1).stated(MONDAY));
        assertThat(play(both)).isEqualTo(2);
        assertThat(play(both)).isZero();
    }

    @Test
    void olderDateIsLate() {
        play(mapped(1, TUESDAY));
        play(mapped(2, MONDAY));
        assertThat(stands()).isEqualTo(1.0);
    }

    @Test
    void rowThatIsBackAfterItWasWithdrawnStands() {
        play(mapped(1, MONDAY));
        play(new Mapped(List.of(), List.of(withdrawal(TUESDAY)), List.of(), List.of(), List.of()));
        assertThat(stands()).isNull();

        assertThat(play(mapped(1, MONDAY))).isEqualTo(1);
        assertThat(stands()).isEqualTo(1.0);
        assertThat(play(mapped(1, MONDAY))).isZero();
        assertThat(play(mapped(2, MONDAY))).isEqualTo(1);
        assertThat(stands()).isEqualTo(2.0);
    }

    @Test
    void rowThatTellsOfItsOwnWithdrawalStaysWithdrawn() {
        Mapped told =
                new Mapped(
                        List.of(row("a", 1).stated(MONDAY)),
                        List.of(withdrawal(TUESDAY)),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(play(told)).isEqualTo(2);
        assertThat(play(told)).isZero();
        Mapped otherwise =
                new Mapped(
                        List.of(row("a", 2).stated(MONDAY)),
                        List.of(withdrawal(TUESDAY)),
                        List.of(),
                        List.of(),
                        List.of());
        assertThat(play(otherwise)).isEqualTo(1);
        assertThat(stands()).isNull();
    }

    /// What others say of the row, such as somebody who vouches for it, is none of the source's.
    @Test
    void whatOthersSayIsNotAsked() {
        play(mapped(1, MONDAY));
        Statement own = history().statements().getFirst();
        note(
                new Statement(
                        "other",
                        new EventKey("elsewhere", "~"),
                        KEY,
                        MONDAY,
                        MONDAY,
                        own.content()));
        assertThat(play(mapped(1, MONDAY))).isZero();
    }

    @Test
    void rowThatNoLedgerTakesIsLeftAsItIs() {
        ObservationPayload unfit = row("a\u0000", 1).stated(MONDAY);
        OwnDates dates = new OwnDates(Samples.mapped(unfit), Set.of(WEDNESDAY));
        assertThat(dates.keys()).isEmpty();
        assertThat(dates.settled(Samples.mapped(unfit), Map.of(KEY, List.of())).observations())
                .containsExactly(unfit);
    }

    /// @return how many events are new
    private int play(Mapped mapped) {
        OwnDates dates = new OwnDates(mapped, Set.of(WEDNESDAY));
        Map<ObservationKey, List<Statement>> said =
                Map.of(
                        KEY,
                        history().statements().stream()
                                .filter(it -> it.event().source().equals(SyncPlan.origin(SOURCE)))
                                .toList());
        Mapped settled = dates.settled(mapped, dates.keys().isEmpty() ? Map.of() : said);
        SyncPlan plan = SyncPlan.of(SOURCE, rows, settled, WEDNESDAY);
        rows = plan.rows();
        int before = ledger.size();
        plan.events().values().forEach(it -> note(statement(it)));
        return ledger.size() - before;
    }

    private void note(Statement statement) {
        ledger.putIfAbsent(statement.event(), statement);
    }

    private static Statement statement(Outgoing event) {
        return new Statement(
                event.key().id(),
                event.key(),
                KEY,
                event.time(),
                event.time(),
                event.data() instanceof ObservationPayload it
                        ? new Content.Reported(observation(it))
                        : new Content.Retracted(RetractionReason.WITHDRAWN, "gone"));
    }

    private static Observation observation(ObservationPayload it) {
        return new Observation(
                KEY,
                new Subject("a", null, null, null, Actor.AI),
                new Estimate(Objects.requireNonNull(it.value()), null, null, null, null, null),
                null,
                ObservedOn.day(LocalDate.of(2026, 1, 1)),
                null,
                null,
                Evaluator.valueOf(Objects.requireNonNullElse(it.evaluator(), "THIRD_PARTY")),
                null,
                null,
                it.disputed(),
                null,
                new TreeMap<>(Objects.requireNonNull(it.tags())),
                Provenance.NONE);
    }

    private History history() {
        return History.of(new ArrayList<>(ledger.values()));
    }

    /// The value that stands; null for none.
    private @Nullable Double stands() {
        return history().current().orElseThrow().statement().content()
                        instanceof Content.Reported(Observation it)
                ? it.estimate().value()
                : null;
    }

    private static Mapped mapped(double value, Instant statedAt) {
        return Samples.mapped(row("a", value).stated(statedAt));
    }

    private static ObservationPayload marked(
            ObservationPayload it, @Nullable String evaluator, Map<String, String> tags) {
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
                evaluator,
                it.evidence(),
                it.note(),
                it.disputed(),
                it.confirmed(),
                tags,
                it.provenance());
    }

    private static Mapped.Withdrawal withdrawal(Instant at) {
        return new Mapped.Withdrawal(
                new RetractionPayload("upstream", "metr-horizon-p50", "a", "WITHDRAWN", "gone"),
                at);
    }
}
