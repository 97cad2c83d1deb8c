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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.EventIds;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content.Retracted;
import rubicon.model.ledger.Statement;
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
    private final Map<Word, List<Function<Instant, String>>> ids = new HashMap<>();

    /// @param files when each of the files was stated, whose dates are not the rows' own
    OwnDates(Mapped mapped, Set<Instant> files) {
        this.files = Set.copyOf(files);
        for (ObservationPayload it : mapped.observations()) {
            note(word(it), at -> EventIds.of(it, at));
        }
        for (Mapped.Withdrawal it : mapped.withdrawals()) {
            note(word(it), at -> EventIds.of(it.retraction(), at));
        }
    }

    private void note(@Nullable Word word, Function<Instant, String> id) {
        if (word != null) {
            dates.computeIfAbsent(word.row(), _ -> new TreeSet<>()).add(word.at());
            ids.computeIfAbsent(word, _ -> new ArrayList<>()).add(id);
        }
    }

    /// The observations whose rows have dates of their own.
    List<ObservationKey> keys() {
        return ids.keySet().stream()
                .filter(this::isOwn)
                .flatMap(it -> key(it.row()).stream())
                .distinct()
                .toList();
    }

    /// The rows, each stated when it is to be.
    ///
    /// @param mapped those that this was made of
    /// @param said what the source said of the observations so far, oldest first
    Mapped settled(Mapped mapped, Map<ObservationKey, List<Statement>> said) {
        if (said.isEmpty()) {
            return mapped;
        }
        return new Mapped(
                mapped.observations().stream()
                        .map(it -> {
                            Word word = word(it);
                            return word == null || !isOwn(word)
                                    ? it
                                    : it.stated(settled(word, said));
                        })
                        .toList(),
                mapped.withdrawals().stream()
                        .map(it -> {
                            Word word = word(it);
                            return isOwn(word)
                                    ? new Mapped.Withdrawal(it.retraction(), settled(word, said))
                                    : it;
                        })
                        .toList(),
                mapped.entries(),
                mapped.runs(),
                mapped.refused(),
                mapped.passedOver());
    }

    private Instant settled(Word word, Map<ObservationKey, List<Statement>> said) {
        List<Statement> all =
                key(word.row()).map(it -> said.getOrDefault(it, List.of())).orElse(List.of());
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
        return isTaken || isSaidBy(last.get(), word) ? at : after;
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

    private boolean isSaidBy(Statement statement, Word word) {
        return Objects.requireNonNull(ids.get(word)).stream()
                .anyMatch(it -> it.apply(statement.statedAt()).equals(statement.event().id()));
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
