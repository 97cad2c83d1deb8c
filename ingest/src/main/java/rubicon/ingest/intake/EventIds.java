package rubicon.ingest.intake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Digests;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

/// Event ids that depend on what is said and when it was stated, and on nothing else: saying it
/// again is a duplicate, not news.
public final class EventIds {
    /// Sorts before every digest: of two statements of one moment the one with the higher id
    /// stands, so a mark is lifted by the same statement without it, and never the other way round.
    private static final String BEFORE_ALL = "!";

    /// Sorts after every digest: what is vouched for at the moment of its statement is.
    private static final String AFTER_ALL = "~";

    private EventIds() {}

    /// The id of a statement of a value.
    public static String of(ObservationPayload it, Instant statedAt) {
        String unmarked = unmarked(it, statedAt);
        String undisputed =
                it.confirmed() == null ? unmarked : AFTER_ALL + digest(unmarked, it.confirmed());
        return it.disputed() == null ? undisputed : BEFORE_ALL + digest(undisputed, it.disputed());
    }

    private static String unmarked(ObservationPayload it, Instant statedAt) {
        return digest(
                it.source(),
                it.indicator(),
                it.externalId(),
                statedAt,
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
                it.startingPoint());
    }

    /// The id of a retraction.
    public static String of(RetractionPayload it, Instant statedAt) {
        return digest(
                it.source(),
                it.indicator(),
                it.externalId(),
                statedAt,
                "retracted",
                it.reason(),
                it.text());
    }

    /// The id of a statement about an entry of the chronicle.
    public static String of(ChroniclePayload it, Instant statedAt) {
        return digest(it.entryKind(), statedAt, it);
    }

    /// The id of a statement of a run.
    public static String of(EvalRunPayload it, Instant statedAt) {
        return digest(
                it.source(),
                it.runId(),
                statedAt,
                it.suite(),
                it.agent(),
                it.taskId(),
                it.taskFamily(),
                it.humanMinutes(),
                it.score(),
                it.startedAt(),
                it.completedAt());
    }

    private static String digest(@Nullable Object... parts) {
        byte[] text = Arrays.deepToString(parts).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Digests.sha256().digest(text), 0, 16);
    }
}
