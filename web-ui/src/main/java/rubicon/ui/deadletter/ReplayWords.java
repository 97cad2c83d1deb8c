package rubicon.ui.deadletter;

import org.jspecify.annotations.Nullable;
import rubicon.ui.client.DeadLetterPayload;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.Formats;

/// What became of a dead letter, in words.
final class ReplayWords {
    private ReplayWords() {}

    /// Whether it was sent again, as the list tells it.
    static Badge badge(DeadLetterPayload letter) {
        return letter.replayedAt() == null
                ? new Badge("not replayed", Badge.Tone.WARNING)
                : new Badge("replayed", Badge.Tone.NEUTRAL);
    }

    /// Who sent it again and when, and what came of it.
    static String of(DeadLetterPayload letter, @Nullable String became) {
        if (letter.replayedAt() == null) {
            return "It was not sent again.";
        }
        String sent =
                "%s sent it again on %s: "
                        .formatted(letter.replayedBy(), Formats.moment(letter.replayedAt()));
        return switch (became == null ? "" : became) {
            case "HANDLED" -> sent + "it was handled.";
            case "REFUSED" -> sent + "it was refused again.";
            default -> sent + "nothing has come of it yet.";
        };
    }
}
