package rubicon.model.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.model.saturation.BayesFit;
import rubicon.model.saturation.LogisticFit;
import rubicon.model.saturation.LogitFit;
import rubicon.model.saturation.Scores;

/// Fits against a ceiling.
public final class SaturationOperations implements Operations {
    @Override
    public Map<String, Operation> byName() {
        return Map.of(
                "saturation.logitFit", SaturationOperations::logit,
                "saturation.logisticNls", SaturationOperations::logistic,
                "saturation.bayes", SaturationOperations::bayes);
    }

    private static Scores scores(Inputs in) {
        List<Scores.Point> points =
                in.objects("points").stream()
                        .map(point -> new Scores.Point(point.number("t"), point.number("score")))
                        .toList();
        return Scores.of(points, in.number("floor", 0), in.number("ceiling"));
    }

    private static Object logit(Inputs in) {
        LogitFit fit = LogitFit.of(scores(in));
        Map<String, @Nullable Object> crossing = new HashMap<>();
        for (double target : in.numbers("targets")) {
            crossing.put(String.valueOf(target), fit.crossing(target).orElse(null));
        }
        return Map.of(
                "slope", fit.line().slope(),
                "intercept", fit.line().intercept(),
                "midpoint", fit.midpoint(),
                "tenToNinetyTime", fit.tenToNinetyTime(),
                "r2", Defined.r2(fit.line()),
                "crossing", crossing);
    }

    private static Object logistic(Inputs in) {
        double[] start = in.numbers("start");
        if (start.length != 2) {
            throw new IllegalArgumentException("start is not a rate and a midpoint");
        }
        LogisticFit fit = LogisticFit.of(scores(in), start[0], start[1]);
        return Map.of("k", fit.rate(), "midpoint", fit.midpoint(), "sse", fit.sse());
    }

    private static Object bayes(Inputs in) {
        double[] mean = in.numbers("priorMean");
        double[] precision = in.numbers("priorPrecision");
        BayesFit fit =
                BayesFit.of(
                        scores(in),
                        new BayesFit.Prior(
                                mean[0],
                                mean[1],
                                precision[0],
                                precision[1],
                                in.number("a0"),
                                in.number("b0")));
        Map<String, Object> probability = new HashMap<>();
        for (double date : in.numbers("dates")) {
            probability.put(
                    String.valueOf(date),
                    Map.of(
                            "pMeanAbove", fit.meanAbove(in.number("target"), date),
                            "pNextAbove", fit.nextAbove(in.number("target"), date)));
        }
        return Map.of(
                "posteriorMean", new double[] {fit.level(), fit.slope()},
                "an", fit.shape(),
                "bn", fit.rate(),
                "tBar", fit.meanTime(),
                "probability", probability);
    }
}
