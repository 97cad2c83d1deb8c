package rubicon.ui.chronicle;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.milestone.MilestoneKind;
import rubicon.model.wire.MilestonePayload;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.Formats;

/// Milestones as people read them.
public final class MilestoneWords {
    private MilestoneWords() {}

    /// A kind in words.
    public static String title(MilestoneKind kind) {
        return switch (kind) {
            case LAB_CLAIM -> "Lab claim";
            case DETERMINATION -> "Determination";
            case DISCOVERY -> "Discovery";
            case RECORD -> "Record";
            case EVAL_CHANGE -> "Evaluation changed";
            case PRODUCT -> "Product";
            case FUNDING -> "Funding";
            case STATEMENT -> "Statement";
        };
    }

    /// A milestone's kind; a constant that is not known here as the word that it is.
    public static Badge kind(MilestonePayload it) {
        String said = Entries.text(it.kind());
        return Stream.of(MilestoneKind.values())
                .filter(kind -> kind.name().equals(said))
                .findFirst()
                .map(kind -> new Badge(title(kind), tone(kind)))
                .orElseGet(() -> new Badge(Formats.sentence(said), Badge.Tone.NEUTRAL));
    }

    /// As it stands in an address.
    public static String key(MilestoneKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Its date, as precisely as it is known.
    public static String date(MilestonePayload it) {
        return it.date() == null ? Formats.UNKNOWN : Formats.date(it.date(), it.precision());
    }

    /// Whether the day itself is known.
    public static boolean isExact(@Nullable String precision) {
        return precision == null || precision.equals("DAY");
    }

    private static Badge.Tone tone(MilestoneKind kind) {
        return switch (kind) {
            case DISCOVERY, RECORD -> Badge.Tone.GOOD;
            case EVAL_CHANGE -> Badge.Tone.WARNING;
            case LAB_CLAIM, DETERMINATION -> Badge.Tone.INFO;
            case PRODUCT, FUNDING, STATEMENT -> Badge.Tone.NEUTRAL;
        };
    }
}
