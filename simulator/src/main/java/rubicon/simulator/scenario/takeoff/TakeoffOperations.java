package rubicon.simulator.scenario.takeoff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import rubicon.model.reference.Inputs;
import rubicon.model.reference.Operation;
import rubicon.model.reference.Operations;
import rubicon.model.stats.Quantiles;
import rubicon.simulator.scenario.series.GeometricSteps;
import rubicon.simulator.scenario.takeoff.ai2027.Gaps;
import rubicon.simulator.scenario.takeoff.ai2027.Phase;
import rubicon.simulator.scenario.takeoff.ai2027.TakeoffDraws;
import rubicon.simulator.scenario.takeoff.ai2027.Timeline;
import rubicon.simulator.scenario.takeoff.ai2027.TimelineDraws;
import rubicon.simulator.scenario.takeoff.logistic.LogisticAutomation;
import rubicon.simulator.scenario.takeoff.logistic.LogisticDraws;
import rubicon.simulator.scenario.takeoff.software.AutomationNetwork;
import rubicon.simulator.scenario.takeoff.software.BalancedGrowth;
import rubicon.simulator.scenario.takeoff.software.BottleneckedGrowth;
import rubicon.simulator.scenario.takeoff.software.ConstantReturns;
import rubicon.simulator.scenario.takeoff.software.ContinuousGrowth;
import rubicon.simulator.scenario.takeoff.software.ExplosionDraws;
import rubicon.simulator.scenario.takeoff.software.PartialLoop;
import rubicon.simulator.scenario.takeoff.software.ProgressSpeed;
import rubicon.simulator.scenario.takeoff.software.ResearchInput;
import rubicon.simulator.scenario.takeoff.software.Retraining;
import rubicon.simulator.scenario.takeoff.software.SoftwareExplosion;
import rubicon.simulator.scenario.takeoff.task.Requirements;
import rubicon.simulator.scenario.takeoff.task.ResearchUpdate;
import rubicon.simulator.scenario.takeoff.task.TaskAllocation;

/// The takeoff engines for cases; those of the progress model stand in [ProgressOperations].
public final class TakeoffOperations implements Operations {
    private static final double[] FIVE = {0.1, 0.25, 0.5, 0.75, 0.9};
    private static final double[] THREE = {0.1, 0.5, 0.9};

    @Override
    public Map<String, Operation> byName() {
        Map<String, Operation> operations = new HashMap<>(ProgressOperations.byName());
        operations.put("sie.path", TakeoffOperations::path);
        operations.put("sie.monteCarlo", TakeoffOperations::explosions);
        operations.put("sie.constantR", TakeoffOperations::constantReturns);
        operations.put("sie.ode", TakeoffOperations::continuous);
        operations.put("sie.balancedGrowthSpeedup", TakeoffOperations::balancedGrowth);
        operations.put("ces.research", TakeoffOperations::research);
        operations.put("sie.cesTime", TakeoffOperations::bottleneck);
        operations.put("loop.product", TakeoffOperations::loop);
        operations.put("network.explosion", TakeoffOperations::network);
        operations.put("partial.kwa", TakeoffOperations::logistic);
        operations.put("partial.kwaMonteCarlo", TakeoffOperations::logisticDraws);
        operations.put("ai2027.phase", TakeoffOperations::phase);
        operations.put("ai2027.gaps", TakeoffOperations::gaps);
        operations.put("ai2027.takeoffMonteCarlo", TakeoffOperations::takeoffDraws);
        operations.put("ai2027.baseTime", TakeoffOperations::baseTime);
        operations.put("ai2027.timeline", TakeoffOperations::timeline);
        operations.put("ai2027.timelineMonteCarlo", TakeoffOperations::timelineDraws);
        operations.put("task.allocate", TakeoffOperations::allocate);
        operations.put("ftm.requirements", TakeoffOperations::requirements);
        operations.put("ftm.update", TakeoffOperations::update);
        return Map.copyOf(operations);
    }

    private static Object path(Inputs in) {
        var path =
                new SoftwareExplosion(
                                in.number("f"),
                                in.number("r0"),
                                in.number("limitYears"),
                                in.number("p"),
                                in.number("s", SoftwareExplosion.SOFTWARE_SHARE),
                                in.number("T0", SoftwareExplosion.DOUBLING_MONTHS),
                                Retraining.of(in.text("retraining", Retraining.NONE.text())),
                                in.flag("constantR", false))
                        .path();
        Map<String, Object> times = new LinkedHashMap<>();
        for (double sample : in.has("sample") ? in.numbers("sample") : new double[0]) {
            if (sample >= 0 && sample <= path.steps()) {
                times.put(Integer.toString((int) sample), path.times()[(int) sample]);
            }
        }
        Map<String, Object> hits = new LinkedHashMap<>();
        for (ProgressSpeed event : ProgressSpeed.REPORTED) {
            hits.put(event.key(), path.reaches(event));
        }
        return Map.of(
                "steps", path.steps(),
                "times", times,
                "rFinal", path.finalReturns(),
                "bestYearsIn12Months", path.bestYearsIn(12),
                "hits", hits);
    }

    private static Object explosions(Inputs in) {
        var draws =
                ExplosionDraws.of(
                        in.integer("seed"),
                        (int) in.integer("n"),
                        Retraining.of(in.text("retraining", Retraining.NONE.text())));
        Map<String, Object> counts = new LinkedHashMap<>();
        Map<String, Object> probabilities = new LinkedHashMap<>();
        for (int i = 0; i < draws.counts().size(); i++) {
            String key = draws.events().get(i).key();
            counts.put(key, draws.counts().get(i));
            probabilities.put(key, draws.counts().get(i) / (double) draws.runs());
        }
        return Map.of("counts", counts, "probabilities", probabilities);
    }

    private static Object constantReturns(Inputs in) {
        GeometricSteps series =
                ConstantReturns.doublings(in.number("T0"), in.number("r"), in.number("p"));
        return Map.of(
                "ratio", series.ratio(),
                "timeOfNth", series.total(in.number("n")),
                "singularTime", series.limit());
    }

    private static Object continuous(Inputs in) {
        var growth = new ContinuousGrowth(in.number("g0"), in.number("q"));
        return Map.of(
                "S", mapped(in.numbers("t"), growth::level),
                "singularTime", growth.singularTime());
    }

    private static Object balancedGrowth(Inputs in) {
        var growth =
                new BalancedGrowth(
                        in.number("alpha"),
                        in.number("gamma"),
                        in.number("rCog"),
                        in.number("gL"),
                        in.number("gC"));
        return Map.of(
                "before", growth.before(),
                "after", growth.after(),
                "speedup", growth.speedup(),
                "rComp", growth.computeReturns());
    }

    private static Object research(Inputs in) {
        var input = new ResearchInput(in.number("share"), in.number("rho"));
        double compute = in.number("C");
        double labour = in.number("L");
        double elasticity = input.labourElasticity(compute, labour);
        return Map.of(
                "input", input.of(compute, labour),
                "labourElasticity", elasticity,
                "limitInfiniteLabour", input.limitOfLabour(compute),
                "effectiveR",
                        BottleneckedGrowth.effectiveReturns(
                                elasticity, in.number("lam"), in.number("beta")));
    }

    private static Object bottleneck(Inputs in) {
        var growth =
                new BottleneckedGrowth(
                        new ResearchInput(in.number("share"), in.number("rho")),
                        in.number("g0"),
                        in.number("lam"),
                        in.number("beta"));
        return Map.of(
                "times", mapped(in.numbers("targets"), growth::timeTo),
                "growthAt", mapped(in.numbers("targets"), growth::growthAt));
    }

    private static Object loop(Inputs in) {
        var loop = new PartialLoop(in.number("r"), in.number("a"));
        return Map.of(
                "product", loop.product(),
                "explosive", loop.explosive(),
                "amplification", loop.amplification());
    }

    private static Object network(Inputs in) {
        var network =
                new AutomationNetwork(
                        in.number("betaS", 1),
                        in.number("betaH", 0.2),
                        in.number("betaA", 3.1),
                        in.number("alpha", 0.6));
        double index =
                network.index(in.number("fY"), in.number("fS"), in.number("fH"), in.number("fA"));
        return Map.of(
                "index",
                index,
                "explosive",
                index > 1,
                "uniformThreshold",
                network.uniformThreshold(),
                "softwareHardwareThreshold",
                network.softwareHardwareThreshold());
    }

    private static Object logistic(Inputs in) {
        var automation =
                new LogisticAutomation(
                        in.number("alphaRatio"),
                        in.number("alphaPlusZeta"),
                        in.number("beta"),
                        in.number("oneOverV"),
                        in.number("f0"));
        double[] years = in.has("report") ? in.numbers("report") : new double[0];
        Arrays.sort(years);
        LogisticAutomation.Run run = automation.run(years);
        Map<String, Object> report = new LinkedHashMap<>();
        run.points()
                .forEach(point ->
                        report.put(
                                year(point.year()),
                                Map.of("lnS", point.logSoftware(), "f", point.share())));
        return Map.of(
                "year99", run.yearOfFull(),
                "report", report,
                "lnEhac", automation.logHalf(),
                "k", automation.rate());
    }

    private static String year(double year) {
        return year == Math.rint(year) ? Long.toString((long) year) : Double.toString(year);
    }

    private static Object logisticDraws(Inputs in) {
        double[] years =
                LogisticDraws.yearsOfFullAutomation(in.integer("seed"), (int) in.integer("n"));
        return Map.of(
                "quantiles", quantiles(years, FIVE),
                "min", DoubleStream.of(years).min().orElseThrow(),
                "max", DoubleStream.of(years).max().orElseThrow());
    }

    private static Object phase(Inputs in) {
        var phase = new Phase(in.number("gapYears"), in.number("v0"), in.number("v1"));
        return Map.of("closedYears", phase.years(), "dailyDays", phase.days());
    }

    private static Object gaps(Inputs in) {
        Gaps gaps = Gaps.of(0, in.number("amrToSar"), in.number("jumps"));
        return Map.of("sarToSiarYears", gaps.sarToSiar(), "siarToAsiYears", gaps.siarToAsi());
    }

    private static Object takeoffDraws(Inputs in) {
        double[][] years = TakeoffDraws.years(in.integer("seed"), (int) in.integer("n"));
        return Map.of(
                "quantiles",
                Map.of(
                        "SC_SAR", quantiles(years[0], FIVE),
                        "SAR_SIAR", quantiles(years[1], FIVE),
                        "SIAR_ASI", quantiles(years[2], FIVE)));
    }

    private static Object baseTime(Inputs in) {
        double ratio =
                switch (in.text("kind")) {
                    case "exponential" -> 1;
                    case "superexponential" -> TimelineDraws.FASTER;
                    case "subexponential" -> TimelineDraws.SLOWER;
                    default ->
                            throw new IllegalArgumentException(
                                    "kind must be exponential, superexponential or"
                                            + " subexponential, not "
                                            + in.text("kind"));
                };
        var steps = GeometricSteps.of(in.number("firstDoubling"), ratio);
        double doublings = TimelineDraws.doublings(in.number("current"), in.number("target"));
        return Map.of(
                "doublings", doublings,
                "time", steps.total(doublings),
                "finiteLimit", steps.limit());
    }

    private static Object timeline(Inputs in) {
        var timeline =
                new Timeline(
                        in.number("baseMonths"),
                        in.number("presentMult"),
                        in.number("scMult"),
                        in.number("startYear"));
        Timeline.Arrival arrival = timeline.arrival();
        return Map.of(
                "arrival", arrival.year(),
                "steps", arrival.steps(),
                "closedMonthsIfNoSlowdown", timeline.monthsWithoutSlowdown());
    }

    private static Object timelineDraws(Inputs in) {
        var draws = TimelineDraws.of(in.integer("seed"), (int) in.integer("n"));
        return Map.of(
                "arrivalQuantiles", quantiles(draws.arrivals(), FIVE),
                "baseMonthsQuantiles", quantiles(draws.baseMonths(), THREE));
    }

    private static Object allocate(Inputs in) {
        var allocation =
                TaskAllocation.optimal(
                        boxed(in.numbers("weights")),
                        boxed(in.numbers("eta")),
                        in.number("labour"),
                        in.number("compute"),
                        in.number("rho"),
                        (int) in.integer("automatable"));
        Map<String, @Nullable Object> answer = new HashMap<>();
        answer.put("output", allocation.output());
        answer.put("priceRatio", allocation.priceRatio());
        answer.put("labour", allocation.labour());
        answer.put("compute", allocation.compute());
        answer.put("pureSplit", allocation.pureSplit().orElse(null));
        answer.put("mixedTask", allocation.mixedTask().orElse(null));
        return answer;
    }

    private static Object requirements(Inputs in) {
        var requirements =
                new Requirements(in.number("top"), in.number("gap"), (int) in.integer("n"));
        Map<String, Object> asked = new LinkedHashMap<>();
        for (double index : in.has("indices") ? in.numbers("indices") : new double[0]) {
            asked.put(Integer.toString((int) index), requirements.of((int) index));
        }
        return Map.of(
                "requirements",
                asked,
                "automatedFraction",
                requirements.automatedFraction(in.number("trainingRun")));
    }

    private static Object update(Inputs in) {
        var law =
                new ResearchUpdate.Law(
                        in.number("initial"),
                        in.number("ceiling", Double.POSITIVE_INFINITY),
                        in.number("parallel"),
                        in.number("returns"));
        var after =
                new ResearchUpdate(in.number("level"), in.number("cumulative"))
                        .after(law, in.number("researchInput"), in.number("step"));
        return Map.of("level", after.level(), "cumulative", after.cumulative());
    }

    private static double[] mapped(double[] items, DoubleUnaryOperator function) {
        return DoubleStream.of(items).map(function).toArray();
    }

    private static List<Double> boxed(double[] numbers) {
        return DoubleStream.of(numbers).boxed().toList();
    }

    private static Map<String, Object> quantiles(double[] sample, double[] shares) {
        double[] values = Quantiles.type7(sample, shares);
        Map<String, Object> quantiles = new LinkedHashMap<>();
        for (int i = 0; i < shares.length; i++) {
            quantiles.put(Double.toString(shares[i]), values[i]);
        }
        return quantiles;
    }
}
