package rubicon.model.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import rubicon.model.stats.Range;
import rubicon.model.verdict.Findings.Silence;
import rubicon.model.verdict.Findings.Slopes;

/// A word with its reason. The rules are asked in this order, and the first that holds speaks:
///
/// | word | holds where |
/// |---|---|
/// | saturated | a noise ceiling is known and even the lower end of the saturation's interval is at .95 or above |
/// | stale | the last observation is older than the indicator allows |
/// | too early | fewer than 6 points on the frontier, or less than 180 days from first to last, or no line could be fitted |
/// | declining | the whole interval of the slope is below 0 |
/// | accelerating | the whole interval of the change of slope is above 0, and that of the slope too |
/// | slowing | the whole interval of the change of slope is below 0 |
/// | steady | the whole interval of the slope is above 0, and that of the change within a third of the earlier slope |
/// | inconclusive | otherwise |
///
/// What these rules call accelerating or steady is *slowing* where results came after the last
/// record, and a gap as long as that between them has a chance below .05 if records still came as
/// they did.
///
/// A full benchmark says nothing new, so *saturated* outlives *stale*. *Steady* must be shown like
/// any other word: a change that is not significant is not yet none. Rules and borders are this
/// project's.
///
/// @param reason for readers, with the numbers that decided
public record Verdict(Word word, String reason) {
    private static final double FULL = 0.95;
    private static final int FEWEST_POINTS = 6;
    private static final double SHORTEST_DAYS = 180;
    private static final double NEARLY_THE_SAME = 1.0 / 3;
    private static final double UNLIKELY = 0.05;

    /// The verdict on some findings.
    public static Verdict of(Findings findings) {
        if (findings.saturation().isPresent() && findings.saturation().get().low() >= FULL) {
            double least = findings.saturation().get().low();
            return new Verdict(
                    Word.SATURATED, "at least " + text(least) + " of the way to the noise ceiling");
        }
        if (findings.ageDays() > findings.staleAfterDays()) {
            return new Verdict(
                    Word.STALE,
                    "the last observation is %s days old, more than %s"
                            .formatted(text(findings.ageDays()), text(findings.staleAfterDays())));
        }
        if (findings.points() < FEWEST_POINTS || findings.spanDays() < SHORTEST_DAYS) {
            return new Verdict(
                    Word.TOO_EARLY,
                    "%s points over %s days; %s over %s are needed"
                            .formatted(
                                    text(findings.points()),
                                    text(findings.spanDays()),
                                    text(FEWEST_POINTS),
                                    text(SHORTEST_DAYS)));
        }
        return findings.slopes()
                .map(Verdict::ofSlopes)
                .map(it -> findings.silence().map(it::after).orElse(it))
                .orElseGet(() -> new Verdict(Word.TOO_EARLY, "no line could be fitted"));
    }

    private static Verdict ofSlopes(Slopes slopes) {
        Range change = slopes.change();
        String reason =
                "slope %s a year, later less earlier %s"
                        .formatted(text(slopes.overall()), text(change));
        boolean rising = slopes.overall().low() > 0;
        double near = NEARLY_THE_SAME * Math.abs(slopes.earlier());
        if (slopes.overall().high() < 0) {
            return new Verdict(Word.DECLINING, reason);
        }
        if (change.low() > 0 && rising) {
            return new Verdict(Word.ACCELERATING, reason);
        }
        if (change.high() < 0) {
            return new Verdict(Word.SLOWING, reason);
        }
        if (rising && change.low() >= -near && change.high() <= near) {
            return new Verdict(
                    Word.STEADY, reason + ", within a third of " + text(slopes.earlier()));
        }
        return new Verdict(Word.INCONCLUSIVE, reason + ": more than one word fits");
    }

    /// Lines through records know nothing of the results that were none.
    private Verdict after(Silence silence) {
        boolean isRising = word == Word.ACCELERATING || word == Word.STEADY;
        if (!isRising || silence.chance() >= UNLIKELY) {
            return this;
        }
        return new Verdict(
                Word.SLOWING,
                "no record for %s days, %s mean gaps, though %d %s came since; until then %s"
                        .formatted(
                                text(silence.days()),
                                text(silence.meanGaps()),
                                silence.results(),
                                silence.results() == 1 ? "result" : "results",
                                reason));
    }

    private static String text(Range range) {
        return text(range.low()) + " to " + text(range.high());
    }

    /// Four digits and no zeros behind, the same in every locale.
    private static String text(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString()
                : Double.toString(number);
    }
}
