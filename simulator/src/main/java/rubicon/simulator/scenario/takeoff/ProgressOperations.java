package rubicon.simulator.scenario.takeoff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import rubicon.model.reference.Inputs;
import rubicon.model.reference.Operation;
import rubicon.simulator.scenario.series.GeometricSteps;
import rubicon.simulator.scenario.takeoff.progress.CapacityShape;
import rubicon.simulator.scenario.takeoff.progress.InputTable;
import rubicon.simulator.scenario.takeoff.progress.ProgressModel;
import rubicon.simulator.scenario.takeoff.progress.ProgressParameters;
import rubicon.simulator.scenario.takeoff.progress.ProgressPath;
import rubicon.simulator.scenario.takeoff.progress.ResearchTaste;

/// The progress model for cases.
final class ProgressOperations {
    private ProgressOperations() {}

    static Map<String, Operation> byName() {
        return Map.of(
                "aifm.path", ProgressOperations::path,
                "aifm.taste", ProgressOperations::taste,
                "aifm.difficulty", ProgressOperations::difficulty,
                "aifm.experimentCapacity", ProgressOperations::experimentCapacity);
    }

    private static Object taste(Inputs in) {
        var taste =
                ResearchTaste.ofUpperTail(
                        in.number("topPercentile"),
                        in.number("medianToTop"),
                        in.number("baselineMean", 1));
        return Map.of(
                "mu", taste.mu(),
                "sigma", taste.sigma(),
                "meanWithFloor",
                        DoubleStream.of(in.numbers("floors")).map(taste::meanWithFloor).toArray());
    }

    private static Object difficulty(Inputs in) {
        var difficulty = GeometricSteps.of(in.number("firstDoubling"), in.number("growth"));
        return Map.of(
                "effort", difficulty.total(in.number("doublings")),
                "limit", difficulty.limit());
    }

    private static Object experimentCapacity(Inputs in) {
        CapacityShape shape =
                CapacityShape.of(
                        in.number("infLabour"),
                        in.number("infCompute"),
                        in.number("computeFactor"),
                        in.number("computeGain"));
        return Map.of(
                "rho", shape.rho(),
                "computeShare", shape.computeShare(),
                "computeExponent", shape.computeExponent());
    }

    private static Object path(Inputs in) {
        ProgressModel model = ProgressModel.of(parameters(in));
        double[] multipliers = in.has("multipliers") ? in.numbers("multipliers") : new double[0];
        double[] years = in.has("report") ? in.numbers("report") : new double[0];
        ProgressPath path = model.run(multipliers, years);
        Map<String, Object> report = new LinkedHashMap<>();
        for (ProgressPath.Point point : path.points()) {
            report.put(
                    Double.toString(point.year()),
                    Map.of(
                            "progress", point.progress(),
                            "researchStock", point.researchStock(),
                            "multiplier", point.multiplier(),
                            "automated", point.automated()));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("rho", model.shape().rho());
        answer.put("zeta", model.shape().computeExponent());
        answer.put("alpha", model.computeWeight());
        answer.put("rSoftware", model.softwareReturns());
        answer.put("initialStock", model.initialStock());
        answer.put("presentProgress", model.presentProgress());
        answer.put("presentRate", model.presentRate());
        answer.put("progressAtAc", model.coderProgress());
        answer.put("presentAutomation", model.presentAutomation());
        answer.put("milestones", path.milestones());
        answer.put("report", report);
        return answer;
    }

    private static ProgressParameters parameters(Inputs in) {
        Inputs table = in.object("inputs");
        var inputs =
                new InputTable(
                        boxed(table, "t"),
                        boxed(table, "humans"),
                        boxed(table, "inferenceCompute"),
                        boxed(table, "experimentCompute"),
                        boxed(table, "trainingGrowth"));
        return new ProgressParameters(
                inputs,
                in.number("start", inputs.years().getFirst()),
                in.number("end", inputs.years().getLast()),
                in.number("presentDay"),
                in.number("referenceYear"),
                in.number("scaleYear"),
                new ProgressParameters.Horizon(
                        in.number("presentHorizon"),
                        in.number("presentDoubling"),
                        in.number("difficulty"),
                        in.number("acHorizon"),
                        in.number("gapYears", 0)),
                new ProgressParameters.Coding(
                        in.number("sweMultiplier"),
                        in.number("rhoCoding"),
                        in.number("theta"),
                        in.number("eta"),
                        in.number("parallel")),
                new ProgressParameters.Experiments(
                        in.number("infLabour"),
                        in.number("infCompute"),
                        in.number("refFactor"),
                        in.number("refGain")),
                in.number("softwareRate"),
                new ProgressParameters.Taste(
                        in.number("tasteSdAtAc"),
                        in.number("tasteSlope"),
                        in.number("tasteGap"),
                        in.number("tastePercentile")));
    }

    private static List<Double> boxed(Inputs in, String name) {
        return DoubleStream.of(in.numbers(name)).boxed().toList();
    }
}
