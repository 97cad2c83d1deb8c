package rubicon.ingest.source;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.EventIds;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Content.Retracted;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.wire.Characters;
import rubicon.model.wire.ObservationPayload;

/// What rows say at dates of their own rather than at their file's. Read again by other rules, or
/// edited under the date that it had, such a row says something else at the moment at which it was
/// stated before, and of two statements of one moment either may stand. So it follows what the
/// source said of it there by a microsecond. What says what was said keeps its moment and is no
/// news. A row that is back although the source withdrew it since is stated after that.
final class OwnDates {
    /// Statements of one row that are further apart are of different dates of its own.
    private static final Duration NEAR = Duration.ofMillis(1);

    /// What is said of a row at a date.
    private record Word(RowKey row, Instant at) {}

    private final Set<Instant> files;
    private final Map<RowKey, NavigableSet<Instant>> dates = new HashMap<>();
    private final Map<Word, List<Predicate<Statement>>> said = new HashMap<>();

    /// @param files when each of the files was stated, whose dates are not the rows' own
    OwnDates(Mapped mapped, Set<Instant> files) {
        this.files = Set.copyOf(files);
        for (ObservationPayload it : mapped.observations()) {
            note(word(it), before -> isSaidBy(before, it));
        }
        for (Mapped.Withdrawal it : mapped.withdrawals()) {
            note(
                    word(it),
                    before ->
                            EventIds.of(it.retraction(), before.statedAt())
                                    .equals(before.event().id()));
        }
    }

    private void note(@Nullable Word word, Predicate<Statement> isSaidBy) {
        if (word != null) {
            dates.computeIfAbsent(word.row(), _ -> new TreeSet<>()).add(word.at());
            said.computeIfAbsent(word, _ -> new ArrayList<>()).add(isSaidBy);
        }
    }

    /// Whether a statement says what a row says, and marks it alike: flags and the evaluator are no
    /// part of an event's identity.
    private static boolean isSaidBy(Statement before, ObservationPayload row) {
        return EventIds.of(row, before.statedAt()).equals(before.event().id())
                && before.content() instanceof Reported(Observation it)
                && (row.evaluator() == null || row.evaluator().equals(it.evaluator().name()))
                && SeriesReading.isFlagged(it.tags()) == isFlagged(row);
    }

    private static boolean isFlagged(ObservationPayload row) {
        Map<String, String> told = new HashMap<>(Objects.requireNonNullElse(row.tags(), Map.of()));
        told.values().removeIf(Objects::isNull); // as a file may have them; the ledger does not
        return SeriesReading.isFlagged(told);
    }

    /// The observations whose rows have dates of their own.
    List<ObservationKey> keys() {
        return said.keySet().stream()
                .filter(this::isOwn)
                .flatMap(it -> key(it.row()).stream())
                .distinct()
                .toList();
    }

    /// The rows, each stated when it is to be.
    ///
    /// @param mapped those that this was made of
    /// @param before what the source said of the observations so far, oldest first
    Mapped settled(Mapped mapped, Map<ObservationKey, List<Statement>> before) {
        if (before.isEmpty()) {
            return mapped;
        }
        return new Mapped(
                mapped.observations().stream()
                        .map(it -> {
                            Word word = word(it);
                            return word == null || !isOwn(word)
                                    ? it
                                    : it.stated(settled(word, before));
                        })
                        .toList(),
                mapped.withdrawals().stream()
                        .map(it -> {
                            Word word = word(it);
                            return isOwn(word)
                                    ? new Mapped.Withdrawal(it.retraction(), settled(word, before))
                                    : it;
                        })
                        .toList(),
                mapped.entries(),
                mapped.runs(),
                mapped.refused(),
                mapped.passedOver(),
                mapped.drifted());
    }

    private Instant settled(Word word, Map<ObservationKey, List<Statement>> before) {
        List<Statement> all =
                key(word.row()).map(it -> before.getOrDefault(it, List.of())).orElse(List.of());
        Instant next = Objects.requireNonNull(dates.get(word.row())).higher(word.at());
        Instant from = next == null ? withdrawn(word, all) : word.at();
        Instant near = from.plus(NEAR);
        Instant until = next == null || near.isBefore(next) ? near : next;
        Optional<Statement> last =
                all.stream()
                        .filter(it -> !it.statedAt().isBefore(from))
                        .filter(it -> it.statedAt().isBefore(until))
                        .reduce((_, later) -> later);
        if (last.isEmpty()) {
            return word.at();
        }
        Instant at = last.get().statedAt();
        Instant after = at.plus(1, ChronoUnit.MICROS);
        boolean isTaken = next != null && !after.isBefore(next);
        return isTaken || isSaid(last.get(), word) ? at : after;
    }

    /// When the source withdrew the row since it said what it says now; the word's date if it did
    /// not.
    private static Instant withdrawn(Word word, List<Statement> all) {
        return all.stream()
                .filter(it -> it.content() instanceof Retracted)
                .map(Statement::statedAt)
                .filter(it -> it.isAfter(word.at()))
                .reduce((_, later) -> later)
                .orElse(word.at());
    }

    private boolean isSaid(Statement before, Word word) {
        return Objects.requireNonNull(said.get(word)).stream().anyMatch(it -> it.test(before));
    }

    private boolean isOwn(Word word) {
        return !files.contains(word.at());
    }

    private static @Nullable Word word(ObservationPayload it) {
        return it.externalId() == null || it.statedAt() == null
                ? null
                : new Word(RowKey.of(it), cut(it.statedAt()));
    }

    private static Word word(Mapped.Withdrawal it) {
        return new Word(RowKey.of(it.retraction()), cut(it.statedAt()));
    }

    /// As the ledger keeps it.
    private static Instant cut(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }

    /// Empty for a row that no ledger takes.
    private static Optional<ObservationKey> key(RowKey it) {
        boolean isFit =
                IndicatorId.isValid(it.indicator())
                        && Characters.fault(it.source()) == null
                        && Characters.fault(it.externalId()) == null;
        return isFit
                ? Optional.of(
                        new ObservationKey(
                                it.source(), new IndicatorId(it.indicator()), it.externalId()))
                : Optional.empty();
    }
}
