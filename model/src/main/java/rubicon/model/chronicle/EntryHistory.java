package rubicon.model.chronicle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import rubicon.model.ledger.Decision;

/// All statements about one entry, in the order in which they supersede each other.
///
/// A function of the *set* of statements: any order of arrival ends in the same revisions.
/// Statements that repeat what was told before them are kept, and are no revisions.
///
/// @param statements sorted; use [#of]
public record EntryHistory<C>(List<EntryStatement<C>> statements) {
    public EntryHistory {
        statements = List.copyOf(statements);
    }

    /// A history of statements in any order.
    public static <C> EntryHistory<C> of(Collection<EntryStatement<C>> statements) {
        return new EntryHistory<>(statements.stream().sorted(EntryStatement.order()).toList());
    }

    /// This history with one more statement.
    public EntryHistory<C> with(EntryStatement<C> statement) {
        List<EntryStatement<C>> more = new ArrayList<>(statements);
        more.add(statement);
        return of(more);
    }

    /// What a statement does that is not in this history yet.
    public Decision decide(EntryStatement<C> statement) {
        if (statements.isEmpty()) {
            return Decision.NEW;
        }
        EntryStatement<C> last = statements.getLast();
        if (EntryStatement.<C>order().compare(last, statement) > 0) {
            return Decision.LATE;
        }
        return last.content().equals(statement.content()) ? Decision.UNCHANGED : Decision.REVISED;
    }

    /// The statements that changed what was told before them, oldest first.
    public List<EntryRevision<C>> revisions() {
        List<EntryRevision<C>> revisions = new ArrayList<>();
        for (EntryStatement<C> statement : statements) {
            if (revisions.isEmpty()
                    || !revisions.getLast().statement().content().equals(statement.content())) {
                revisions.add(new EntryRevision<>(revisions.size() + 1, statement));
            }
        }
        return List.copyOf(revisions);
    }

    /// The revision that counts; empty without statements.
    public Optional<EntryRevision<C>> standing() {
        List<EntryRevision<C>> revisions = revisions();
        return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getLast());
    }

    /// The history as the chronicle knew it at a moment.
    public EntryHistory<C> asOf(Instant moment) {
        return new EntryHistory<>(
                statements.stream().filter(it -> !it.recordedAt().isAfter(moment)).toList());
    }
}
