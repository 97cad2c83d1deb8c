package rubicon.model.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rubicon.model.score.Crps;
import rubicon.model.score.IntervalScore;
import rubicon.model.score.YesNoForecasts;
import rubicon.model.stats.Normal;
import rubicon.model.stats.Range;
import rubicon.model.stats.StudentT;

/// Scores of forecasts.
public final class ScoreOperations implements Operations {
    @Override
    public Map<String, Operation> byName() {
        return Map.of(
                "score.crpsEnsemble", ScoreOperations::ensemble,
                "score.crpsNormal",
                        in ->
                                crps(
                                        Crps.normal(
                                                new Normal(in.number("mu"), in.number("sigma")),
                                                in.number("y"))),
                "score.crpsT",
                        in ->
                                crps(
                                        Crps.studentT(
                                                new StudentT(
                                                        in.number("mu"),
                                                        in.number("sigma"),
                                                        in.number("nu")),
                                                in.number("y"))),
                "score.brier", ScoreOperations::brier,
                "score.murphy", ScoreOperations::murphy,
                "score.pinball", ScoreOperations::pinball,
                "score.wis", ScoreOperations::weighted,
                "score.coverage", ScoreOperations::coverage);
    }

    private static Object crps(double score) {
        return Map.of("crps", score);
    }

    private static Object ensemble(Inputs in) {
        double[] ensemble = in.numbers("ensemble");
        double outcome = in.number("y");
        return Map.of(
                "ecdf",
                Crps.ensemble(ensemble, outcome),
                "fair",
                ensemble.length > 1 ? Crps.fairEnsemble(ensemble, outcome) : Double.NaN);
    }

    private static YesNoForecasts yesNo(Inputs in) {
        return new YesNoForecasts(
                Arrays.stream(in.numbers("p")).boxed().toList(),
                in.values("o").stream()
                        .map(o ->
                                o instanceof Number number
                                        ? number.doubleValue() == 1
                                        : o.equals(true))
                        .toList());
    }

    private static Object brier(Inputs in) {
        YesNoForecasts forecasts = yesNo(in);
        return Map.of("brier", forecasts.brier(), "log", forecasts.logarithmic());
    }

    private static Object murphy(Inputs in) {
        YesNoForecasts forecasts = yesNo(in);
        YesNoForecasts.Murphy parts = forecasts.murphy();
        return Map.of(
                "reliability", parts.reliability(),
                "resolution", parts.resolution(),
                "uncertainty", parts.uncertainty(),
                "brier", forecasts.brier());
    }

    private static Object pinball(Inputs in) {
        List<double[]> both = in.together("tau", "q");
        double[] tau = both.getFirst();
        double[] quantiles = both.getLast();
        double outcome = in.number("y");
        return Map.of(
                "loss",
                IntStream.range(0, tau.length)
                        .mapToDouble(i -> IntervalScore.pinball(tau[i], quantiles[i], outcome))
                        .toArray());
    }

    private static Object weighted(Inputs in) {
        List<IntervalScore.Central> intervals =
                in.objects("intervals").stream()
                        .map(one ->
                                new IntervalScore.Central(
                                        one.number("alpha"),
                                        new Range(one.number("low"), one.number("high"))))
                        .toList();
        return Map.of(
                "wis", IntervalScore.weighted(in.number("median"), intervals, in.number("y")));
    }

    private static Object coverage(Inputs in) {
        List<double[]> all = in.together("low", "high", "y");
        double[] low = all.get(0);
        double[] high = all.get(1);
        List<Range> ranges =
                IntStream.range(0, low.length).mapToObj(i -> new Range(low[i], high[i])).toList();
        return Map.of(
                "coverage",
                IntervalScore.coverage(ranges, Arrays.stream(in.numbers("y")).boxed().toList()));
    }
}
