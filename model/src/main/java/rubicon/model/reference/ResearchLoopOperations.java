package rubicon.model.reference;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import rubicon.model.researchloop.Amdahl;
import rubicon.model.researchloop.AutomationIndex;
import rubicon.model.researchloop.AutomationShares;
import rubicon.model.researchloop.CategoryPosition;
import rubicon.model.researchloop.ExplainedIndex;
import rubicon.model.researchloop.FourViews;
import rubicon.model.researchloop.LabLoop;
import rubicon.model.researchloop.WeakLinks;
import rubicon.model.scurve.Positions;
import rubicon.model.stats.Range;

/// Amdahl's law, the loop of a lab, weak links, shares, views, the automation index.
public final class ResearchLoopOperations implements Operations {
    @Override
    public Map<String, Operation> byName() {
        return Map.of(
                "amdahl.speedup", ResearchLoopOperations::amdahl,
                "lab.loop", ResearchLoopOperations::lab,
                "weakLinks.output", ResearchLoopOperations::weakLinks,
                "weakLinks.budget", ResearchLoopOperations::budget,
                "automation.shares", ResearchLoopOperations::shares,
                "fourViews", ResearchLoopOperations::views,
                "automation.index", ResearchLoopOperations::index,
                "automation.categoryPosition", ResearchLoopOperations::position);
    }

    private static Object amdahl(Inputs in) {
        var amdahl =
                Amdahl.of(
                        in.objects("parts").stream()
                                .map(it -> new Amdahl.Part(it.number("share"), it.number("speed")))
                                .toList());
        return Map.of(
                "speedup", amdahl.speedup(),
                "limit", amdahl.limit(),
                "residualShares", amdahl.residualShares());
    }

    private static Object lab(Inputs in) {
        var loop =
                new LabLoop(
                        in.objects("stages").stream().map(ResearchLoopOperations::stage).toList(),
                        in.number("computeMultiplier", 1),
                        in.number("parallel"),
                        in.number("humanHoursPerDay"),
                        in.number("computeHoursPerDay"));
        var outcome = loop.outcome();
        return Map.of(
                "cycleHours", outcome.cycleHours(),
                "baseCycleHours", outcome.baseCycleHours(),
                "latencySpeedup", outcome.latencySpeedup(),
                "throughputPerDay", outcome.throughput().perDay(),
                "baseThroughputPerDay", outcome.baseThroughput().perDay(),
                "throughputSpeedup", outcome.throughputSpeedup(),
                "binding", name(outcome.throughput().binding()),
                "baseBinding", name(outcome.baseThroughput().binding()),
                "stageHours", outcome.stageHours(),
                "bottleneckStage", loop.stages().get(outcome.bottleneck()).name());
    }

    private static String name(LabLoop.Binding binding) {
        return binding.name().toLowerCase(Locale.ROOT);
    }

    private static LabLoop.Stage stage(Inputs in) {
        return new LabLoop.Stage(
                in.text("name"),
                in.number("human"),
                in.number("compute"),
                in.number("automated"),
                in.number("aiSpeed"),
                in.number("review", 0),
                in.number("rework", 0),
                in.number("baseRework", 0));
    }

    private static Object weakLinks(Inputs in) {
        var links = new WeakLinks(in.number("gamma"), in.number("sigma"));
        var output = links.output(in.number("aiLabour"), in.number("humanLabour"));
        return Map.of(
                "output", output.output(),
                "speedup", output.speedup(),
                "regime", output.aiAbundant() ? "ai-abundant" : "ai-scarce",
                "limitSpeedup", links.limit());
    }

    private static Object budget(Inputs in) {
        var links = new WeakLinks(in.number("gamma"), in.number("sigma"));
        var bought =
                links.buy(in.number("aiUnitCost"), in.number("humanUnitCost"), in.number("budget"));
        return Map.of(
                "priceIndex", bought.priceIndex(),
                "output", bought.output(),
                "speedup", bought.speedup(),
                "aiSpendShare", bought.aiSpendShare(),
                "limitSpeedup", links.limit());
    }

    private static Object shares(Inputs in) {
        var shares =
                AutomationShares.of(
                        in.objects("tasks").stream()
                                .map(it ->
                                        new AutomationShares.Task(
                                                it.number("hours"),
                                                it.number("wage"),
                                                it.number("value"),
                                                it.number("automated")))
                                .toList());
        return Map.of(
                "count", shares.count(),
                "time", shares.time(),
                "cost", shares.cost(),
                "value", shares.value(),
                "amdahlFromTime", Amdahl.bound(shares.time()),
                "amdahlFromCost", Amdahl.bound(shares.cost()));
    }

    private static Object views(Inputs in) {
        List<double[]> tasks = in.together("taskShares", "taskSpeeds");
        double[] shares = tasks.getFirst();
        double[] speeds = tasks.getLast();
        List<double[]> economy = in.together("sectorShares", "sectorSpeeds");
        double[] sectors = economy.getFirst();
        double[] sectorSpeeds = economy.getLast();
        var views =
                FourViews.of(
                        in.number("horizonNow"),
                        in.number("horizonRef"),
                        IntStream.range(0, shares.length)
                                .mapToObj(i -> new Amdahl.Part(shares[i], speeds[i]))
                                .toList(),
                        in.number("computeMultiplier"),
                        in.number("labourElasticity"),
                        in.number("softwareShare"),
                        IntStream.range(0, sectors.length)
                                .mapToObj(i -> new FourViews.Sector(sectors[i], sectorSpeeds[i]))
                                .toList());
        return Map.of(
                "modelDoublings", views.modelDoublings(),
                "researcherUplift", views.researcherUplift(),
                "labSoftwarePace", views.labSoftwarePace(),
                "overallPace", views.overallPace(),
                "economyLogGain", views.economyLogGain(),
                "economyFactor", views.economyFactor());
    }

    private static Object index(Inputs in) {
        double[] scores = in.numbers("scores");
        double imputed =
                ExplainedIndex.IMPUTED_FACTOR
                        * Arrays.stream(scores).filter(it -> !Double.isNaN(it)).average().orElse(0);
        var index =
                AutomationIndex.of(
                        Arrays.stream(scores)
                                .mapToObj(it -> Double.isNaN(it) ? imputed : it)
                                .toList(),
                        boxed(in, "weights"),
                        in.number("sigma", AutomationIndex.SIGMA),
                        in.number("eps", AutomationIndex.LEAST));
        Map<String, Object> read =
                new HashMap<>(
                        Map.of(
                                "index", index.value(),
                                "weakest", index.weakest(),
                                "elasticities", index.elasticities(),
                                "arithmetic", index.arithmetic()));
        if (in.has("logitSd")) {
            List<Double> logitSd =
                    boxed(in, "logitSd").stream()
                            .map(it -> it.isNaN() ? ExplainedIndex.IMPUTED_LOGIT_SD : it)
                            .toList();
            Range interval = index.interval(logitSd, AutomationIndex.LEVEL);
            read.put("logSd", index.logSd(logitSd));
            read.put("low", interval.low());
            read.put("high", interval.high());
        }
        return read;
    }

    private static Object position(Inputs in) {
        var position =
                CategoryPosition.of(
                        boxed(in, "saturations"),
                        boxed(in, "weights"),
                        in.number("kappa", Positions.KAPPA));
        return Map.of("s", position.score(), "u", position.mark(), "logitSd", position.logitSd());
    }

    private static List<Double> boxed(Inputs in, String name) {
        return Arrays.stream(in.numbers(name)).boxed().toList();
    }
}
