package rubicon.ingest.intake;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;
import rubicon.ingest.platform.Tracing;
import rubicon.ingest.platform.Tracing.Work;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.Violation;

/// Writes what a batch does in one transaction. Where a record of it holds what the database cannot
/// keep, the batch is halved until that one is by itself, and becomes a dead letter.
@ApplicationScoped
public class BatchTransaction {
    private final DeadLetterService letters;
    private final Tracing tracing;

    BatchTransaction(DeadLetterService letters, Tracing tracing) {
        this.letters = letters;
        this.tracing = tracing;
    }

    /// A record and the event that it is, if that could be read.
    public interface Item {
        Received received();

        Optional<EventKey> event();
    }

    /// Does the work, for all records together or, if need be, for some after the others.
    ///
    /// @param work within the transaction; throws if these records cannot be written
    public <T extends Item> void run(List<T> items, Consumer<List<T>> work) {
        try {
            write(items, work);
        } catch (RuntimeException e) {
            if (!isFaultOfData(e)) {
                throw e;
            }
            if (items.size() == 1) {
                oneMore(items, work);
            } else {
                int half = items.size() / 2;
                run(items.subList(0, half), work);
                run(items.subList(half, items.size()), work);
            }
        }
    }

    /// What another worker has just kept is known by now, and passed over.
    private <T extends Item> void oneMore(List<T> single, Consumer<List<T>> work) {
        try {
            write(single, work);
        } catch (RuntimeException e) {
            if (!isFaultOfData(e)) {
                throw e;
            }
            refuse(single.getFirst(), e);
        }
    }

    private void refuse(Item item, RuntimeException fault) {
        List<Violation> violations =
                List.of(new Violation("data", "cannot be stored: " + rootMessage(fault)));
        QuarkusTransaction.requiringNew()
                .run(() -> letters.refuse(item.received(), item.event(), violations));
    }

    private <T extends Item> void write(List<T> items, Consumer<List<T>> work) {
        try (Work step = tracing.step("ledger transaction")) {
            QuarkusTransaction.requiringNew().run(() -> work.accept(items));
            step.succeed();
        }
    }

    private static boolean isFaultOfData(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataException || cause instanceof ConstraintViolationException) {
                return true;
            }
        }
        return false;
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String message = root.getMessage();
        return message == null ? "unknown" : message.lines().findFirst().orElse("unknown");
    }
}
