package rubicon.ingest.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.DeadLetterService.DeadLetter;
import rubicon.ingest.platform.Keyset;
import rubicon.model.wire.PagePayload;

/// The list of dead letters, a page at a time.
@ApplicationScoped
class DeadLetterPages {
    private static final int LIMIT = 500;

    private final DeadLetterRepository letters;

    DeadLetterPages(DeadLetterRepository letters) {
        this.letters = letters;
    }

    /// Dead letters, newest first, from a place on.
    @Transactional
    PagePayload<DeadLetter> page(Keyset place) {
        List<DeadLetter> read =
                letters.page(place, LIMIT + 1).stream().map(DeadLetterPages::toReader).toList();
        return Keyset.page(read, LIMIT, it -> new Keyset(it.receivedAt(), it.id()));
    }

    private static DeadLetter toReader(DeadLetterEntity row) {
        return new DeadLetter(
                row.id,
                row.topic,
                row.partition,
                row.offset,
                text(row.key),
                text(row.value),
                row.field,
                row.reason,
                row.receivedAt,
                row.replayedAt,
                row.replayedBy);
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }
}
