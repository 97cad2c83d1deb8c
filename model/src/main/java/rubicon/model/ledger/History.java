package rubicon.model.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.Content.Retracted;
import rubicon.model.ledger.Revision.Status;

/// All statements about one observation, in the order in which they supersede each other.
///
/// The history is a function of the *set* of statements: any order of arrival ends in the same
/// revisions. Statements that repeat what was said before them are kept, so that an older one which
/// arrives late cannot outrank what they confirm, but they are no revisions.
///
/// @param statements sorted by [Statement#ORDER]
public record History(List<Statement> statements) {
    public static final History EMPTY = new History(List.of());

    public History {
        statements = List.copyOf(statements);
    }

    /// A history of statements in any order.
    public static History of(List<Statement> statements) {
        return new History(statements.stream().sorted(Statement.ORDER).toList());
    }

    /// This history with one more statement.
    public History with(Statement statement) {
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
        Statement last = statements.getLast();
        if (Statement.ORDER.compare(last, statement) > 0) {
            return Decision.LATE;
        }
        if (last.content().statesTheSameAs(statement.content())) {
            return Decision.UNCHANGED;
        }
        return retracts ? Decision.RETRACTED : Decision.REVISED;
    }

    /// The statements that changed what was said before them, oldest first.
    public List<Revision> revisions() {
        List<Statement> changes = new ArrayList<>();
        for (Statement statement : statements) {
            if (changes.isEmpty()
                    || !changes.getLast().content().statesTheSameAs(statement.content())) {
                changes.add(statement);
            }
        }
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < changes.size(); i++) {
            boolean last = i == changes.size() - 1;
            revisions.add(
                    new Revision(i + 1, changes.get(i), status(changes.get(i).content(), last)));
        }
        return List.copyOf(revisions);
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

    /// The revision that counts; its status says whether it has a value. Empty without statements.
    public Optional<Revision> current() {
        List<Revision> revisions = revisions();
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getLast());
    }

    /// When the observation was first reported with a value.
    public Optional<Instant> firstStatedAt() {
        return statements.stream()
                .filter(statement -> statement.content() instanceof Reported)
                .map(Statement::statedAt)
                .findFirst();
    }

    /// The history as this ledger knew it at a moment.
    public History asOf(Instant moment) {
        return new History(
                statements.stream().filter(s -> !s.recordedAt().isAfter(moment)).toList());
    }

    private static Status status(Content content, boolean last) {
        return switch (content) {
            case Retracted _ -> last ? Status.RETRACTED : Status.SUPERSEDED;
            case Reported _ when !last -> Status.SUPERSEDED;
            case Reported(var it) -> it.disputed() == null ? Status.STANDING : Status.DISPUTED;
        };
    }
}
