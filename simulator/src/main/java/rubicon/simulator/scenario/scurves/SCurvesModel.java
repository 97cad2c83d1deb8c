package rubicon.simulator.scenario.scurves;

import static rubicon.simulator.scenario.scurves.SCurvesDescription.BASELINE;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.BEFORE;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.CURVES;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.DRIFT;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.END_2024;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.END_2025;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.END_2026;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.FROM;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.GAIN;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.GENERATIONS;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.KAPPA;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.MIDPOINT;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.NOW;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.OVERLAP;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.POSITIONS;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.STEEPNESS;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.THETA;
import static rubicon.simulator.scenario.scurves.SCurvesDescription.TO;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import rubicon.model.scurve.Curve;
import rubicon.model.scurve.Improvement;
import rubicon.model.scurve.Phase;
import rubicon.model.scurve.Positions;
import rubicon.model.stats.Range;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Row;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Value;

/// The scenario `s-curves`: marks on drawn curves year by year, and the same categories as one
/// curve over intelligence on which each generation builds the next.
public final class SCurvesModel implements ScenarioModel {
    private static final List<Long> YEARS = List.of(2024L, 2025L, 2026L);
    private static final int CURVE_STEPS = 200;
    private static final int PANELS = 200;
    private static final Range NOWHERE =
            new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    @Override
    public Description description() {
        return SCurvesDescription.DESCRIPTION;
    }

    @Override
    public Map<String, Value> evaluate(Assignment given) {
        var answers = new Answers();
        positions(given, answers);
        List<Curve> curves =
                given.rows(CURVES).stream()
                        .map(it ->
                                new Curve(
                                        it.real(GAIN),
                                        it.real(STEEPNESS),
                                        it.real(MIDPOINT),
                                        it.real(OVERLAP)))
                        .toList();
        var improvement = new Improvement(curves, given.real(BASELINE));
        present(improvement, given, answers);
        ahead(improvement, given, answers);
        List<Range> ranges = curves.stream().map(it -> it.supercritical().orElse(NOWHERE)).toList();
        answers.put(
                "supercriticalFrom",
                ranges.stream()
                        .map(it -> it.equals(NOWHERE) ? Double.POSITIVE_INFINITY : it.low())
                        .toList());
        answers.put(
                "supercriticalTo",
                ranges.stream()
                        .map(it -> it.equals(NOWHERE) ? Double.NEGATIVE_INFINITY : it.high())
                        .toList());
        return answers.complete(description());
    }

    private static void positions(Assignment given, Answers answers) {
        List<Row> rows = given.rows(POSITIONS);
        List<Double> gains = rows.stream().map(it -> it.real(GAIN) * it.real(OVERLAP)).toList();
        List<Positions> years = new ArrayList<>();
        for (var column : List.of(END_2024, END_2025, END_2026)) {
            years.add(
                    Positions.of(
                            rows.stream().map(it -> it.real(column)).toList(),
                            given.real(KAPPA),
                            gains,
                            given.real(THETA)));
        }
        answers.put("years", new Value.Wholes(YEARS));
        answers.put("steepCount", years.stream().map(it -> (double) it.steep()).toList());
        answers.put("earlySteepCount", years.stream().map(it -> (double) it.earlySteep()).toList());
        answers.put("aggregateGain", years.stream().map(Positions::aggregateGain).toList());
        answers.put("meanSlope", years.stream().map(Positions::meanNormalisedSlope).toList());
        answers.put(
                "pendingSinceYearBefore",
                IntStream.range(0, years.size())
                        .mapToObj(i ->
                                years.get(i).pendingSince(years.get(Math.max(0, i - 1)), gains))
                        .toList());
        answers.put("shares", years.getLast().shares());
        answers.put(
                "phases",
                new Value.Texts(
                        years.getLast().phases().stream().map(SCurvesModel::word).toList()));
    }

    private static String word(Phase phase) {
        return phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void present(Improvement improvement, Assignment given, Answers answers) {
        var reading = improvement.at(given.real(NOW), given.real(THETA));
        answers.put("output", reading.output());
        answers.put("slope", reading.slope());
        answers.put("supercritical", reading.supercritical() ? 1 : 0);
        answers.put("steepNow", reading.steep());
        answers.put("earlySteepNow", reading.count(Phase.EARLY_STEEP));
        answers.put("saturatedNow", reading.count(Phase.SATURATED));
        var imminent = improvement.imminent(given.real(BEFORE), given.real(NOW), given.real(THETA));
        answers.put("pending", imminent.pending());
        answers.put("imminentIndex", imminent.index());
        answers.put("newlySteep", imminent.newlySteep());
        answers.put("remaining", imminent.remaining());
    }

    private static void ahead(Improvement improvement, Assignment given, Answers answers) {
        int generations = (int) given.whole(GENERATIONS);
        var path = improvement.iterate(given.real(DRIFT), given.real(NOW), generations);
        answers.put(
                "generation",
                new Value.Wholes(LongStream.rangeClosed(0, generations).boxed().toList()));
        answers.put("path", path.intelligence());
        answers.put("largestStep", path.largestStep());
        answers.put("largestStepGeneration", new Value.Whole(path.generation()));
        double from = given.real(FROM);
        double width = given.real(TO) - from;
        List<Double> axis =
                IntStream.rangeClosed(0, CURVE_STEPS)
                        .mapToObj(step -> from + width * step / CURVE_STEPS)
                        .toList();
        answers.put("intelligence", axis);
        answers.put("outputCurve", axis.stream().map(improvement::output).toList());
        answers.put("slopeCurve", axis.stream().map(improvement::slope).toList());
        var crossings = improvement.fixedPoints(PANELS);
        answers.put(
                "crossings", crossings.stream().map(Improvement.FixedPoint::intelligence).toList());
        answers.put(
                "crossingKinds",
                new Value.Texts(
                        crossings.stream()
                                .map(it -> it.stable() ? "stable" : "unstable")
                                .toList()));
    }
}
