package rubicon.model.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rubicon.model.horizon.HorizonBootstrap;
import rubicon.model.horizon.HorizonDraws;
import rubicon.model.horizon.HorizonFit;
import rubicon.model.horizon.HorizonRun;
import rubicon.model.horizon.HorizonTrend;
import rubicon.model.horizon.Weighting;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.Logistic;
import rubicon.model.trend.DatedValue;

/// Time horizons from runs, and their trend.
public final class HorizonOperations implements Operations {
    private static final double LEVEL = 0.95;

    @Override
    public Map<String, Operation> byName() {
        return Map.of(
                "horizon.weights", HorizonOperations::weights,
                "horizon.fit", in -> fits(runs(in.objects("runs"), Map.of()), in),
                "horizon.fitDataset", HorizonOperations::fitDataset,
                "horizon.bootstrap", HorizonOperations::bootstrap,
                "horizon.trend", HorizonOperations::trend,
                "horizon.bootstrapTrend", HorizonOperations::bootstrapTrend);
    }

    private static List<HorizonRun> runs(List<Inputs> rows, Map<?, ?> fields) {
        return rows.stream()
                .map(row ->
                        new HorizonRun(
                                row.text(field(fields, "agent")),
                                row.text(field(fields, "family")),
                                row.text(field(fields, "task")),
                                row.number(field(fields, "minutes")),
                                row.number(field(fields, "score"))))
                .toList();
    }

    private static String field(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String other ? other : name;
    }

    private static Weighting weighting(Inputs in) {
        return switch (in.text("weighting", "invsqrt")) {
            case "invsqrt" -> Weighting.INVERSE_SQRT;
            case "equal" -> Weighting.EQUAL;
            case String other ->
                    throw new IllegalArgumentException("there is no weighting " + other);
        };
    }

    private static double regularization(Inputs in) {
        return in.number("regularization", HorizonFit.METR_REGULARIZATION);
    }

    private static List<Double> rates(Inputs in) {
        return in.has("successRates")
                ? Arrays.stream(in.numbers("successRates")).boxed().toList()
                : List.of(0.5, 0.8);
    }

    private static Object weights(Inputs in) {
        List<HorizonRun> runs = runs(in.objects("runs"), Map.of());
        return Map.of(
                "equal", perAgent(runs, Weighting.EQUAL),
                "invsqrt", perAgent(runs, Weighting.INVERSE_SQRT));
    }

    /// The weights of all runs in their order, each agent's summing to 1.
    private static double[] perAgent(List<HorizonRun> runs, Weighting weighting) {
        double[] weights = new double[runs.size()];
        IntStream.range(0, runs.size())
                .boxed()
                .collect(groupingBy(i -> runs.get(i).agent()))
                .values()
                .forEach(own -> {
                    double[] of = weighting.of(own.stream().map(runs::get).toList());
                    for (int i = 0; i < of.length; i++) {
                        weights[own.get(i)] = of[i];
                    }
                });
        return weights;
    }

    private static Map<String, Object> fits(List<HorizonRun> runs, Inputs in) {
        Map<String, Object> fits = new TreeMap<>();
        runs.stream()
                .collect(groupingBy(HorizonRun::agent, toList()))
                .forEach((agent, own) ->
                        fits.put(
                                agent,
                                described(
                                        HorizonFit.of(own, weighting(in), regularization(in)),
                                        rates(in),
                                        regularization(in))));
        return fits;
    }

    private static Map<String, @Nullable Object> described(
            HorizonFit fit, List<Double> rates, double regularization) {
        Map<String, @Nullable Object> described = new HashMap<>();
        Map<String, @Nullable Object> horizons = new HashMap<>();
        rates.forEach(rate -> horizons.put(rate.toString(), fit.horizonMinutes(rate).orElse(null)));
        described.put("horizons", horizons);
        described.put("average", fit.meanScore());
        switch (fit) {
            case HorizonFit.Fitted fitted -> {
                described.put("coefficient", fitted.curve().coefficient());
                described.put("intercept", fitted.curve().intercept());
                described.put("objective", fitted.objective());
                described.put("bce", fitted.crossEntropy());
            }
            case HorizonFit.NoFit none -> {
                described.put("reason", none.reason().name());
                if (none.reason() == HorizonFit.Reason.ONE_LENGTH && regularization > 0) {
                    described.putAll(flat(none.meanScore()));
                }
            }
        }
        return described;
    }

    /// Where all tasks are equally long the ridge leaves no slope: the curve is the mean score, and
    /// nowhere at another rate.
    private static Map<String, Object> flat(double meanScore) {
        double entropy = -meanScore * Math.log(meanScore);
        entropy -= (1 - meanScore) * Math.log1p(-meanScore);
        return Map.of(
                "coefficient",
                0.0,
                "intercept",
                Logistic.logit(meanScore),
                "objective",
                entropy,
                "bce",
                entropy);
    }

    private static Object fitDataset(Inputs in) {
        List<HorizonRun> runs =
                runs(
                        in.objects("dataset"),
                        in.has("fields") ? in.object("fields").fields() : Map.of());
        return Map.of(
                "runs", runs.size(),
                "tasks", runs.stream().map(HorizonRun::task).distinct().count(),
                "families", runs.stream().map(HorizonRun::family).distinct().count(),
                "agents", fits(runs, in));
    }

    private static Object bootstrap(Inputs in) {
        HorizonDraws draws =
                new HorizonBootstrap(
                                runs(in.objects("runs"), Map.of()),
                                weighting(in),
                                regularization(in))
                        .draw((int) in.integer("replicates"), in.integer("seed"), rates(in));
        Map<String, Object> result = new TreeMap<>();
        for (String agent : draws.agents()) {
            Map<String, Object> own = new TreeMap<>();
            for (Double rate : rates(in)) {
                draws.interval(agent, rate, in.number("level", LEVEL))
                        .ifPresentOrElse(
                                interval -> own.put(rate.toString(), described(interval)),
                                () -> own.put(rate.toString(), Map.of("used", 0)));
            }
            result.put(agent, own);
        }
        return result;
    }

    private static Map<String, Object> described(HorizonDraws.Interval interval) {
        return Map.of(
                "low", interval.low(),
                "median", interval.median(),
                "high", interval.high(),
                "used", interval.used());
    }

    private static Object trend(Inputs in) {
        List<DatedValue> models =
                in.objects("models").stream()
                        .map(model ->
                                new DatedValue(
                                        model.text("name", ""),
                                        model.date("date"),
                                        model.number("value")))
                        .toList();
        HorizonTrend trend =
                HorizonTrend.of(
                        models,
                        new HorizonTrend.Choice(
                                in.has("after") ? in.date("after") : LocalDate.MIN,
                                in.has("before") ? in.date("before") : LocalDate.MAX,
                                in.number("maxValue", Double.POSITIVE_INFINITY),
                                in.flag("sotaOnly", true)));
        LinearFit line = trend.line();
        return Map.of(
                "used", trend.used().stream().map(DatedValue::name).toList(),
                "n", line.n(),
                "doublingDays", trend.doublingDays(),
                "growthPerYear", trend.growthPerYear(),
                "r2", Defined.r2(line),
                "slopePerDay", line.slope(),
                "interceptAtEpoch", line.intercept());
    }

    private static Object bootstrapTrend(Inputs in) {
        return HorizonTrend.doublingDays(
                        in.texts("dates").stream().map(LocalDate::parse).toList(),
                        in.rows("draws"),
                        in.number("level", LEVEL))
                .<Object>map(HorizonOperations::described)
                .orElse(Map.of("used", 0));
    }
}
