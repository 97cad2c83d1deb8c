package rubicon.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.DeadLetterService.DeadLetter;
import rubicon.ingest.intake.OpenedLetter.Became;
import rubicon.ingest.platform.Keyset;
import rubicon.model.ledger.EventKey;
import rubicon.model.wire.PagePayload;

/// Dead letters for readers: the list, a page at a time, and each opened.
@ApplicationScoped
class DeadLetterPages {
    private final DeadLetterRepository letters;
    private final OutcomeService outcomes;

    DeadLetterPages(DeadLetterRepository letters, OutcomeService outcomes) {
        this.letters = letters;
        this.outcomes = outcomes;
    }

    /// Dead letters, newest first, from a place on.
    @Transactional
    PagePayload<DeadLetter> page(Keyset place, DeadLetterFilter filter, int limit) {
        List<DeadLetter> read =
                letters.page(place, filter, limit + 1).stream().map(DeadLetter::of).toList();
        return Keyset.page(read, limit, it -> new Keyset(it.receivedAt(), it.id()));
    }

    /// One of them with all that was received.
    @Transactional
    Optional<OpenedLetter> open(String id) {
        return letters.findByIdOptional(id).map(row -> OpenedLetter.of(row, became(row)));
    }

    private @Nullable Became became(DeadLetterEntity row) {
        if (row.replayedAt == null) {
            return null;
        }
        if (row.eventId != null) {
            EventKey event = new EventKey(row.eventSource, row.eventId);
            Map<EventKey, Outcome> known = outcomes.of(List.of(event));
            if (known.getOrDefault(event, Outcome.REFUSED) != Outcome.REFUSED) {
                return Became.HANDLED;
            }
        }
        return letters.isRefusedAgain(row) ? Became.REFUSED : Became.PENDING;
    }
}
