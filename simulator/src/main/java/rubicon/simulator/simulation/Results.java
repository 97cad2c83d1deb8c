package rubicon.simulator.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rubicon.model.stats.Range;
import rubicon.model.stats.Wilson;
import rubicon.simulator.evaluation.Distributions;
import rubicon.simulator.evaluation.Values;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.montecarlo.Summary;
import rubicon.simulator.montecarlo.Tally;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Output;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Series;
import rubicon.simulator.scenario.Value;

/// What a run found, as it is kept and answered: equal runs give equal text.
@ApplicationScoped
public class Results {
    private static final double[] QUANTILES = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};
    private static final double LEVEL = 0.95;

    private final ObjectMapper json;

    Results(ObjectMapper json) {
        this.json = json;
    }

    /// A finished run.
    ///
    /// @param inputs what was drawn
    /// @param fixed all other parameters
    /// @param correlationAdjustment by how much the correlation that was least possible had to
    ///   change
    public record Result(
            String model,
            String specVersion,
            long samples,
            long seed,
            String sampling,
            List<Drawn> inputs,
            Map<String, @Nullable Object> fixed,
            double correlationAdjustment,
            List<Figure> outputs,
            List<Fan> fans,
            List<RankCorrelation> rankCorrelations,
            Sensitivities sensitivities) {}

    /// An input.
    public record Drawn(
            String name, String symbol, String unit, Map<String, Object> distribution) {}

    /// An output that is one number. Infinite values take part in quantiles; moments are of finite
    /// ones.
    ///
    /// @param never share of runs in which it is infinite
    /// @param undefined runs that gave none
    /// @param quantiles at .05, .1, .25, .5, .75, .9, .95
    /// @param percentiles at 0, .01 to .99, 1, for a picture of the distribution
    public record Figure(
            String name,
            String unit,
            long count,
            long undefined,
            double never,
            @Nullable Double mean,
            @Nullable Double sd,
            @Nullable Double min,
            @Nullable Double max,
            Map<String, @Nullable Object> quantiles,
            List<@Nullable Object> percentiles,
            List<Exceedance> exceedances) {}

    /// How probable it is that a number exceeds a threshold, with Wilson's interval for the
    /// probability that so many samples count.
    public record Exceedance(
            double threshold, double probability, double low, double high, double level) {}

    /// A list along an axis.
    ///
    /// @param along the name of the axis
    /// @param axis its values
    /// @param quantiles by share, item by item
    public record Fan(
            String name,
            String unit,
            String along,
            @Nullable Object axis,
            Map<String, List<@Nullable Object>> quantiles,
            List<@Nullable Object> mean) {}

    /// Spearman's.
    public record RankCorrelation(String input, String output, @Nullable Double value) {}

    /// What the outputs depend on.
    ///
    /// @param sobol empty if it was not asked for
    public record Sensitivities(List<SobolIndex> sobol, List<Bar> tornado) {}

    /// Shares of variance.
    public record SobolIndex(
            String input, String output, @Nullable Double first, @Nullable Double total) {}

    /// An output at the 10 % and 90 % quantile of one input, all others at their medians.
    public record Bar(
            String input,
            String output,
            double low,
            double high,
            @Nullable Object atLow,
            @Nullable Object middle,
            @Nullable Object atHigh) {}

    /// The text of a result.
    String text(Result result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The result of a kept text.
    Result read(String text) {
        try {
            return json.readValue(text, Result.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What a run found.
    static Result of(Plan plan, Tally tally, Sensitivities sensitivities) {
        Description description = plan.model().description();
        Map<String, Value> base = plan.model().evaluate(plan.base());
        List<Figure> numbers = new ArrayList<>();
        Map<Output, List<Summary>> lists = new LinkedHashMap<>();
        for (int i = 0; i < plan.series().size(); i++) {
            Series series = plan.series().get(i);
            Summary summary = tally.summaries().get(i);
            if (series.isScalar()) {
                numbers.add(number(series.output(), summary, plan.thresholds().get(i)));
            } else {
                lists.computeIfAbsent(series.output(), _ -> new ArrayList<>()).add(summary);
            }
        }
        List<Fan> fans = new ArrayList<>();
        lists.forEach((output, items) -> fans.add(fan(plan, base, output, items)));
        return new Result(
                description.id().value(),
                description.specVersion(),
                plan.samples(),
                plan.seed(),
                plan.sampling().name(),
                plan.inputs().stream().map(it -> drawn(description, it)).toList(),
                fixed(plan),
                plan.correlationAdjustment(),
                numbers,
                fans,
                rankCorrelations(plan, tally),
                sensitivities);
    }

    private static Drawn drawn(Description description, rubicon.simulator.montecarlo.Input input) {
        Parameter parameter =
                description.parameters().stream()
                        .filter(it -> it.name().equals(input.slot().parameter()))
                        .findFirst()
                        .orElseThrow();
        return new Drawn(
                input.slot().toString(),
                input.slot().cell().isPresent()
                        ? input.slot().cell().get().column()
                        : parameter.symbol(),
                parameter.unit(),
                Distributions.write(input.distribution()));
    }

    private static Map<String, @Nullable Object> fixed(Plan plan) {
        Map<String, @Nullable Object> fixed =
                new LinkedHashMap<>(Values.write(plan.base().values()));
        plan.inputs().stream()
                .filter(it -> it.slot().cell().isEmpty())
                .forEach(it -> fixed.remove(it.slot().parameter()));
        return fixed;
    }

    private static Figure number(Output output, Summary summary, List<Double> thresholds) {
        boolean isAny = summary.moments().count() > 0;
        Map<String, @Nullable Object> quantiles = new LinkedHashMap<>();
        for (double p : QUANTILES) {
            quantiles.put(Double.toString(p), number(summary.quantile(p)));
        }
        return new Figure(
                output.name(),
                output.unit(),
                summary.count(),
                summary.undefined(),
                summary.count() == 0 ? 0 : (double) summary.above() / summary.count(),
                isAny ? summary.moments().mean() : null,
                isAny ? summary.moments().sd() : null,
                isAny ? summary.min() : null,
                isAny ? summary.max() : null,
                quantiles,
                IntStream.rangeClosed(0, 100)
                        .<@Nullable Object>mapToObj(p -> number(summary.quantile(p / 100.0)))
                        .toList(),
                IntStream.range(0, thresholds.size())
                        .mapToObj(k -> exceedance(summary, thresholds.get(k), k))
                        .toList());
    }

    private static Exceedance exceedance(Summary summary, double threshold, int index) {
        int hits = Math.toIntExact(summary.exceeding(index));
        int n = Math.toIntExact(summary.count());
        Range interval = Wilson.interval(hits, n, LEVEL);
        return new Exceedance(
                threshold, n == 0 ? 0 : (double) hits / n, interval.low(), interval.high(), LEVEL);
    }

    private static Fan fan(Plan plan, Map<String, Value> base, Output output, List<Summary> items) {
        String along = output.along().orElseThrow();
        Map<String, List<@Nullable Object>> quantiles = new LinkedHashMap<>();
        for (double p : QUANTILES) {
            quantiles.put(
                    Double.toString(p),
                    items.stream().<@Nullable Object>map(it -> number(it.quantile(p))).toList());
        }
        Value axis =
                Optional.ofNullable(base.get(along))
                        .or(() -> Optional.ofNullable(plan.base().values().get(along)))
                        .orElseThrow();
        return new Fan(
                output.name(),
                output.unit(),
                along,
                Values.write(axis),
                quantiles,
                items.stream()
                        .<@Nullable Object>map(
                                it -> it.moments().count() == 0 ? null : it.moments().mean())
                        .toList());
    }

    private static List<RankCorrelation> rankCorrelations(Plan plan, Tally tally) {
        double[][] values = tally.rankCorrelations();
        List<Series> scalars = plan.series().stream().filter(Series::isScalar).toList();
        List<RankCorrelation> correlations = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            for (int k = 0; k < scalars.size(); k++) {
                double value = values[i][k];
                correlations.add(
                        new RankCorrelation(
                                plan.inputs().get(i).slot().toString(),
                                scalars.get(k).output().name(),
                                Double.isNaN(value) ? null : value));
            }
        }
        return correlations;
    }

    /// A number that may be infinite or missing.
    static @Nullable Object number(double number) {
        return Double.isNaN(number) ? null : Values.number(number);
    }
}
