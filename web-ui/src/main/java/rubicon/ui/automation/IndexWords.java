package rubicon.ui.automation;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AutomationIndexPayload;
import rubicon.model.wire.AutomationIndexPayload.CategoryReadingPayload;
import rubicon.model.wire.AutomationIndexPayload.ContributionPayload;
import rubicon.model.wire.AutomationIndexPayload.NormalisedPayload;
import rubicon.model.wire.AutomationIndexPayload.RestsPayload;
import rubicon.model.wire.AutomationIndexPayload.SteepPayload;
import rubicon.ui.shell.Formats;

/// The automation index in words. Shares stand with two decimals and not in per cent: it is no
/// share of work.
final class IndexWords {
    private IndexWords() {}

    static String number(@Nullable Double value) {
        return value == null ? Formats.UNKNOWN : String.format(Locale.ENGLISH, "%.2f", value);
    }

    /// The interval: `0.21 to 0.47 (80 %)`.
    static String interval(@Nullable Double low, @Nullable Double high, double level) {
        return low == null || high == null
                ? "no interval"
                : number(low) + " to " + number(high) + " (" + Formats.level(level) + ")";
    }

    static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.0f %%", share * 100);
    }

    static String rests(RestsPayload it) {
        return "imputed %s, stale %s, first party %s"
                .formatted(percent(it.imputed()), percent(it.stale()), percent(it.firstParty()));
    }

    static String steep(SteepPayload it) {
        return "of %d with evidence; %.0f to %.0f likely".formatted(it.of(), it.low(), it.high());
    }

    /// The title of the category that holds the index down most.
    static String weakest(AutomationIndexPayload it) {
        return it.categories().stream()
                .filter(category -> category.id().equals(it.weakest()))
                .map(category ->
                        category.title()
                                + " "
                                + number(category.score())
                                + (category.imputed() ? ", imputed" : ""))
                .findFirst()
                .orElse(Formats.UNKNOWN);
    }

    /// Where a category stands: `late steep`; an imputed one has no place of its own.
    static String phase(CategoryReadingPayload it) {
        String phase = it.phase();
        if (phase == null) {
            return Formats.UNKNOWN;
        }
        return it.imputed() ? "imputed: half the others' mean" : Formats.words(phase);
    }

    /// How a value becomes a saturation, in a few words.
    static String normalised(NormalisedPayload it, String unit) {
        String ends = Formats.exact(it.zero(), "") + " to " + Formats.exact(it.one(), unit);
        return switch (it.kind()) {
            case "BOUNDS" -> ends + ", the scale's ends";
            case "LOG" -> ends + " in logarithms, declared";
            default -> ends + ", declared";
        };
    }

    /// What takes weight from an indicator; empty where nothing does.
    static String marks(ContributionPayload it) {
        String stale = it.stale() ? "stale" : "";
        String party = it.firstParty() ? "first party" : "";
        return stale.isEmpty() || party.isEmpty() ? stale + party : stale + ", " + party;
    }
}
