package rubicon.model.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Content.Retracted;
import rubicon.model.ledger.Revision.Status;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;

/// All statements about one observation, in the order in which they supersede each other.
///
/// The history is a function of the *set* of statements: any order of arrival ends in the same
/// revisions. Statements that repeat what was said before them are kept, so that an older one which
/// arrives late cannot outrank what they confirm, but they are no revisions.
///
/// @param statements sorted by [Statement#ORDER]
/// @param held what a check of plausibility found, which knows the indicator's other values; null
///   where it found nothing, or was not asked
public record History(List<Statement> statements, @Nullable Held held) {
    public static final History EMPTY = new History(List.of());

    /// The last word is held: it is listed and does not count until it is confirmed or mended.
    ///
    /// @param standing number of the revision that goes on to count meanwhile; 0 for none
    public record Held(int standing, String reason) {}

    public History {
        statements = List.copyOf(statements);
    }

    /// A history that no check was asked about.
    public History(List<Statement> statements) {
        this(statements, null);
    }

    /// A history of statements in any order.
    public static History of(List<Statement> statements) {
        return new History(statements.stream().sorted(Statement.ORDER).toList());
    }

    /// The observation that it is of.
    ///
    /// @throws java.util.NoSuchElementException for an empty history
    public ObservationKey key() {
        return statements.getFirst().key();
    }

    /// This history with one more statement.
    public History with(Statement statement) {
        if (statements.isEmpty()) {
            return new History(List.of(statement));
        }
        List<Statement> more = new ArrayList<>(statements);
        int at = more.size();
        while (at > 0 && Statement.ORDER.compare(more.get(at - 1), statement) > 0) {
            at--;
        }
        more.add(at, statement);
        return new History(more);
    }

    /// What a statement does that is not in this history yet.
    public Decision decide(Statement statement) {
        boolean retracts = statement.content() instanceof Retracted;
        if (statements.isEmpty()) {
            return retracts ? Decision.RETRACTED : Decision.NEW;
        }
        if (Statement.ORDER.compare(statements.getLast(), statement) > 0) {
            return Decision.LATE;
        }
        if (changes().getLast().content().statesTheSameAs(statement.content())) {
            return Decision.UNCHANGED;
        }
        return retracts ? Decision.RETRACTED : Decision.REVISED;
    }

    /// Whether a statement that is not in this history yet and changes no value marks the one that
    /// stands otherwise: with another evaluator, another subject, or other flags.
    ///
    /// @param flagged whether tags flag their value
    public boolean isMarkedBy(Statement statement, Predicate<Map<String, String>> flagged) {
        return decide(statement) == Decision.UNCHANGED
                && changes().getLast().content() instanceof Reported(Observation mine)
                && statement.content() instanceof Reported(Observation theirs)
                && (mine.evaluator() != theirs.evaluator()
                        || !mine.subject().equals(theirs.subject())
                        || flagged.test(mine.tags()) != flagged.test(theirs.tags()));
    }

    /// The statements that changed what was said before them, oldest first, each with the tags, the
    /// evaluator and the subject that its last repetition gave.
    public List<Revision> revisions() {
        List<Statement> changes = changes();
        List<Revision> revisions = new ArrayList<>();
        for (int number = 1; number <= changes.size(); number++) {
            revisions.add(revision(changes, number));
        }
        return List.copyOf(revisions);
    }

    private Revision revision(List<Statement> changes, int number) {
        Statement statement = changes.get(number - 1);
        return new Revision(number, statement, status(number, statement, number == changes.size()));
    }

    private List<Statement> changes() {
        if (statements.size() < 2) {
            return statements; // as nearly all histories are
        }
        List<Statement> changes = new ArrayList<>();
        for (Statement statement : statements) {
            if (changes.isEmpty()
                    || !changes.getLast().content().statesTheSameAs(statement.content())) {
                changes.add(statement);
            } else {
                changes.set(changes.size() - 1, changes.getLast().markedAs(statement));
            }
        }
        return changes;
    }

    /// The revision that a statement of this history made or confirmed, with that statement in it.
    ///
    /// @throws java.util.NoSuchElementException if it is not in this history
    public Revision revisionOf(Statement statement) {
        Revision made =
                revisions().stream()
                        .filter(it -> Statement.ORDER.compare(it.statement(), statement) <= 0)
                        .reduce((_, later) -> later)
                        .orElseThrow();
        return new Revision(made.number(), statement, made.status());
    }

    /// The revision that counts: the last, or the one before a value that is held. Its status says
    /// whether it has a value. Empty without statements.
    public Optional<Revision> current() {
        List<Statement> changes = changes();
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        int earlier = held == null ? 0 : held.standing();
        return Optional.of(revision(changes, earlier > 0 ? earlier : changes.size()));
    }

    /// When the observation was first reported with a value.
    public Optional<Instant> firstStatedAt() {
        for (Statement statement : statements) {
            if (statement.content() instanceof Reported) {
                return Optional.of(statement.statedAt());
            }
        }
        return Optional.empty();
    }

    /// The history as this ledger knew it at a moment.
    public History asOf(Instant moment) {
        return new History(
                statements.stream().filter(s -> !s.recordedAt().isAfter(moment)).toList());
    }

    private Status status(int number, Statement statement, boolean last) {
        if (held != null && (last || number == held.standing())) {
            return last ? Status.DISPUTED : Status.STANDING;
        }
        return switch (statement.content()) {
            case Retracted _ -> last ? Status.RETRACTED : Status.SUPERSEDED;
            case Reported _ when !last -> Status.SUPERSEDED;
            case Reported(var it) -> it.disputed() == null ? Status.STANDING : Status.DISPUTED;
        };
    }
}
