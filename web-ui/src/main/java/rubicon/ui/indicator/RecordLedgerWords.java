package rubicon.ui.indicator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
import rubicon.model.wire.RecordLedgerPayload;
import rubicon.model.wire.RecordLedgerPayload.ExpectedStepsPayload;
import rubicon.model.wire.RecordLedgerPayload.LedgerPartPayload;
import rubicon.model.wire.RecordLedgerPayload.RecordLawsPayload;
import rubicon.model.wire.RecordLedgerPayload.StepsPayload;
import rubicon.ui.chart.GainChart;
import rubicon.ui.shell.Formats;

/// A ledger of records in words.
final class RecordLedgerWords {
    private RecordLedgerWords() {}

    /// Who gained what, in a sentence.
    static String headline(LedgerPartPayload all) {
        StepsPayload ai = part(all.actors(), "AI");
        StepsPayload deep = part(all.depths(), "DEEP");
        StepsPayload bundled = part(all.depths(), "BUNDLED");
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "%s steps made the record %s times better."
                        .formatted(
                                Formats.count(all.steps()),
                                Formats.number(Math.exp(all.logGain()))));
        sentences.add(
                "AI made %s of them and %s of the gain%s."
                        .formatted(
                                Formats.count(ai.count()),
                                share(ai.gainShare()),
                                range(ai.gainShare())));
        sentences.add(
                "%s (a single idea that takes 5 %% or more) made %s%s; half of the gain hangs on %s."
                        .formatted(
                                (deep.count() == 1
                                        ? "1 deep step"
                                        : Formats.count(deep.count()) + " deep steps"),
                                share(deep.gainShare()),
                                range(deep.gainShare()),
                                all.stepsToHalf() == 1 ? "1 step" : all.stepsToHalf() + " steps"));
        if (bundled.count() > 0) {
            sentences.add(
                    "%s bundle%s of several edits: neither deep nor shallow."
                            .formatted(
                                    bundled.count() == 1
                                            ? "1 step is a"
                                            : Formats.count(bundled.count()) + " steps are",
                                    bundled.count() == 1 ? "" : "s"));
        }
        return String.join(" ", sentences);
    }

    static StepsPayload part(List<StepsPayload> parts, String name) {
        return parts.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    }

    /// A share: `1.28 %`.
    static String share(@Nullable EstimatePayload it) {
        return it == null ? Formats.UNKNOWN : Formats.number(100 * it.estimate()) + " %";
    }

    private static String range(@Nullable EstimatePayload it) {
        return it == null ? "" : " (" + interval(it) + ")";
    }

    /// The interval of a share.
    static String interval(@Nullable EstimatePayload it) {
        if (it == null) {
            return "nothing was gained";
        }
        return it.low() == null || it.high() == null
                ? "all or none: no interval"
                : "%s: %s to %s %%"
                        .formatted(
                                Formats.level(it.level()),
                                Formats.number(100 * it.low()),
                                Formats.number(100 * it.high()));
    }

    /// The name of a part.
    static String name(String part) {
        return switch (part) {
            case "HUMAN", "AI", "CENTAUR" -> GainChart.actor(part);
            case "DEEP" -> "Deep steps";
            case "SHALLOW" -> "Shallow steps";
            case "BUNDLED" -> "Bundles of edits";
            default -> Formats.words(part);
        };
    }

    /// By which law steps get harder.
    static String laws(RecordLedgerPayload now) {
        RecordLawsPayload laws = now.laws();
        List<String> sentences = new ArrayList<>();
        if (laws != null && laws.beta() != null && laws.elasticity() != null) {
            sentences.add(
                    "Each step counts for less: the sum grows by %s per e-fold of steps (R² %s), so a given gain takes steps to the power of %s%s."
                            .formatted(
                                    Formats.number(laws.elasticity().value().estimate()),
                                    Formats.number(laws.elasticity().r2()),
                                    Formats.number(laws.beta().estimate()),
                                    bounds(laws.beta())));
        }
        if (laws != null && laws.halvingDays() != null) {
            EstimatePayload days = laws.halvingDays().value();
            sentences.add(
                    "What is left halves in %s (%s: %s)."
                            .formatted(
                                    Formats.days(days.estimate()),
                                    Formats.level(days.level()),
                                    Formats.daysInterval(days)));
        }
        if (now.baselines() > 0) {
            sentences.add(
                    "%s compared with an earlier record timed again, which is no progress."
                            .formatted(
                                    now.baselines() == 1
                                            ? "1 record is"
                                            : now.baselines() + " records are"));
        }
        sentences.add(credits(now));
        sentences.add("A flattening line mixes harder problems with fewer who try.");
        return String.join(" ", sentences);
    }

    /// How far credits that are told to be doubted matter.
    private static String credits(RecordLedgerPayload now) {
        LedgerPartPayload all = now.all();
        EstimatePayload drawn = all == null ? null : part(all.actors(), "AI").attributed();
        return drawn == null
                ? "Who is credited is a judgement of the ledger's keepers, and in no interval."
                : "Some credits are doubted: with them drawn, AI's share of the gain is %s (%s)."
                        .formatted(share(drawn), interval(drawn));
    }

    /// How many steps a year may bring.
    static String expected(ExpectedStepsPayload it) {
        return Formats.number(it.expected());
    }

    /// The interval of that.
    static String range(ExpectedStepsPayload it) {
        return "%s: %s to %s"
                .formatted(
                        Formats.level(it.level()),
                        Formats.count(it.low()),
                        Formats.count(it.high()));
    }

    private static String bounds(EstimatePayload it) {
        String ends;
        if (it.low() != null && it.high() != null) {
            ends = Formats.number(it.low()) + " to " + Formats.number(it.high());
        } else if (it.low() != null) {
            ends = "at least " + Formats.number(it.low()) + ", unbounded above";
        } else {
            ends =
                    it.high() == null
                            ? "unbounded"
                            : "at most " + Formats.number(it.high()) + ", unbounded below";
        }
        return " (%s: %s)".formatted(Formats.level(it.level()), ends);
    }
}
