package rubicon.simulator.scenario.researchloop;

import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.AI_COST;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.AI_LABOUR;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.AUTOMATABLE;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.BUDGET;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.COMPUTE_HOURS;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.COMPUTE_MULTIPLIER;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.HORIZON_NOW;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.HORIZON_REF;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.HUMAN_COST;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.HUMAN_HOURS;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.HUMAN_LABOUR;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.INDEX_SUBSTITUTION;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.LABOUR_ELASTICITY;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.LAB_COMPUTE;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.PARALLEL;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.SOFTWARE_SHARE;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.SUBSTITUTION;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import rubicon.model.researchloop.Amdahl;
import rubicon.model.researchloop.AutomationIndex;
import rubicon.model.researchloop.AutomationShares;
import rubicon.model.researchloop.FourViews;
import rubicon.model.researchloop.LabLoop;
import rubicon.model.researchloop.WeakLinks;
import rubicon.model.stats.Range;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Row;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Value;

/// The scenario `research-loop`: a lab's loop, four views of one state, weak links, shares of
/// automation by four weightings, and the automation index.
public final class ResearchLoopModel implements ScenarioModel {
    private static final int DECADES_BELOW_ONE = 2;
    private static final int CURVE_STEPS = 120;
    private static final double STEPS_PER_DECADE = 20;

    @Override
    public Description description() {
        return ResearchLoopDescription.DESCRIPTION;
    }

    @Override
    public Map<String, Value> evaluate(Assignment given) {
        var answers = new Answers();
        loop(given, answers);
        views(given, answers);
        weakLinks(given, answers);
        shares(given, answers);
        index(given, answers);
        return answers.complete(description());
    }

    private static void loop(Assignment given, Answers answers) {
        List<LabLoop.Stage> stages =
                given.rows(Tables.STAGES).stream().map(ResearchLoopModel::stage).toList();
        var outcome =
                new LabLoop(
                                stages,
                                given.real(COMPUTE_MULTIPLIER),
                                given.real(PARALLEL),
                                given.real(HUMAN_HOURS),
                                given.real(COMPUTE_HOURS))
                        .outcome();
        if (outcome.baseCycleHours() == 0) {
            answers.undefined(
                    "needs a stage that takes time",
                    "cycleHours",
                    "baseCycleHours",
                    "latencySpeedup",
                    "throughputPerDay",
                    "baseThroughputPerDay",
                    "throughputSpeedup",
                    "binding",
                    "baseBinding",
                    "stageHours",
                    "bottleneckStage");
        } else {
            answers.put("cycleHours", outcome.cycleHours());
            answers.put("baseCycleHours", outcome.baseCycleHours());
            answers.put("latencySpeedup", outcome.latencySpeedup());
            answers.put("throughputPerDay", outcome.throughput().perDay());
            answers.put("baseThroughputPerDay", outcome.baseThroughput().perDay());
            answers.put("throughputSpeedup", outcome.throughputSpeedup());
            answers.put("binding", word(outcome.throughput().binding()));
            answers.put("baseBinding", word(outcome.baseThroughput().binding()));
            answers.put("stageHours", outcome.stageHours());
            answers.put("bottleneckStage", stages.get(outcome.bottleneck()).name());
        }
        double review = stages.stream().mapToDouble(ResearchLoopModel::reviewHours).sum();
        double byHand = stages.stream().mapToDouble(ResearchLoopModel::handHours).sum();
        if (review + byHand > 0) {
            answers.put("reviewShare", review / (review + byHand));
        } else {
            answers.undefined("needs hours of people", "reviewShare");
        }
    }

    private static LabLoop.Stage stage(Row row) {
        return new LabLoop.Stage(
                row.text(Tables.NAME),
                row.real(Tables.HUMAN),
                row.real(Tables.COMPUTE),
                row.real(Tables.AUTOMATED),
                row.real(Tables.AI_SPEED),
                row.real(Tables.REVIEW),
                row.real(Tables.REWORK_NOW),
                row.real(Tables.REWORK_BEFORE));
    }

    private static double reviewHours(LabLoop.Stage stage) {
        return stage.human() * stage.automated() * stage.review() / (1 - stage.rework());
    }

    private static double handHours(LabLoop.Stage stage) {
        return stage.human() * (1 - stage.automated()) / (1 - stage.rework());
    }

    private static String word(LabLoop.Binding binding) {
        return binding.name().toLowerCase(Locale.ROOT);
    }

    private static void views(Assignment given, Answers answers) {
        List<Amdahl.Part> tasks =
                given.rows(Tables.TASKS).stream()
                        .map(it ->
                                new Amdahl.Part(
                                        it.real(Tables.TASK_SHARE), it.real(Tables.TASK_SPEED)))
                        .toList();
        if (tasks.stream().allMatch(it -> it.share() == 0)) {
            answers.undefined(
                    "needs a task with a share",
                    "modelDoublings",
                    "researcherUplift",
                    "researcherLimit",
                    "residualShares",
                    "labPace",
                    "overallPace",
                    "economyFactor");
            return;
        }
        var views =
                FourViews.of(
                        given.real(HORIZON_NOW),
                        given.real(HORIZON_REF),
                        tasks,
                        given.real(LAB_COMPUTE),
                        given.real(LABOUR_ELASTICITY),
                        given.real(SOFTWARE_SHARE),
                        given.rows(Tables.SECTORS).stream()
                                .map(it ->
                                        new FourViews.Sector(
                                                it.real(Tables.SECTOR_SHARE),
                                                it.real(Tables.SECTOR_SPEED)))
                                .toList());
        var amdahl = Amdahl.of(tasks);
        answers.put("modelDoublings", views.modelDoublings());
        answers.put("researcherUplift", views.researcherUplift());
        answers.put("researcherLimit", amdahl.limit());
        answers.put("residualShares", amdahl.residualShares());
        answers.put("labPace", views.labSoftwarePace());
        answers.put("overallPace", views.overallPace());
        answers.put("economyFactor", views.economyFactor());
    }

    private static void weakLinks(Assignment given, Answers answers) {
        var links = new WeakLinks(given.real(AUTOMATABLE), given.real(SUBSTITUTION));
        double human = given.real(HUMAN_LABOUR);
        var output = links.output(given.real(AI_LABOUR), human);
        answers.put("weakLinkOutput", output.output());
        answers.put("weakLinkSpeedup", output.speedup());
        answers.put("weakLinkRegime", output.aiAbundant() ? "ai-abundant" : "ai-scarce");
        answers.put("weakLinkLimit", links.limit());
        List<Double> labour =
                IntStream.rangeClosed(0, CURVE_STEPS)
                        .mapToObj(step -> Math.pow(10, step / STEPS_PER_DECADE - DECADES_BELOW_ONE))
                        .toList();
        answers.put("aiLabourCurve", labour);
        answers.put(
                "weakLinkCurve",
                labour.stream().map(it -> links.output(it, human).speedup()).toList());
        var bought = links.buy(given.real(AI_COST), given.real(HUMAN_COST), given.real(BUDGET));
        answers.put("budgetSpeedup", bought.speedup());
        answers.put("budgetOutput", bought.output());
        answers.put("aiSpendShare", bought.aiSpendShare());
    }

    private static void shares(Assignment given, Answers answers) {
        List<AutomationShares.Task> tasks =
                given.rows(Tables.WORK).stream()
                        .map(it ->
                                new AutomationShares.Task(
                                        it.real(Tables.WORK_HOURS),
                                        it.real(Tables.WAGE),
                                        it.real(Tables.WORTH),
                                        it.real(Tables.DONE)))
                        .toList();
        if (tasks.stream().noneMatch(it -> it.hours() * it.wage() > 0)
                || tasks.stream().noneMatch(it -> it.value() > 0)) {
            answers.undefined(
                    "needs work with hours, a wage and a value",
                    "countShare",
                    "timeShare",
                    "costShare",
                    "valueShare",
                    "boundFromTime",
                    "boundFromCost");
            return;
        }
        var shares = AutomationShares.of(tasks);
        answers.put("countShare", shares.count());
        answers.put("timeShare", shares.time());
        answers.put("costShare", shares.cost());
        answers.put("valueShare", shares.value());
        answers.put("boundFromTime", Amdahl.bound(Math.min(1, shares.time())));
        answers.put("boundFromCost", Amdahl.bound(Math.min(1, shares.cost())));
    }

    private static void index(Assignment given, Answers answers) {
        List<Row> rows = given.rows(Tables.CATEGORIES);
        if (rows.stream().noneMatch(it -> it.real(Tables.WEIGHT) > 0)) {
            answers.undefined(
                    "needs a category with a weight",
                    "index",
                    "indexLow",
                    "indexHigh",
                    "arithmeticMean",
                    "weakestCategory",
                    "elasticities");
            return;
        }
        var index =
                AutomationIndex.of(
                        column(rows, Tables.SCORE),
                        column(rows, Tables.WEIGHT),
                        given.real(INDEX_SUBSTITUTION),
                        AutomationIndex.LEAST);
        Range interval = index.interval(column(rows, Tables.LOGIT_SD), AutomationIndex.LEVEL);
        answers.put("index", index.value());
        answers.put("indexLow", interval.low());
        answers.put("indexHigh", interval.high());
        answers.put("arithmeticMean", index.arithmetic());
        answers.put("weakestCategory", rows.get(index.weakest()).text(Tables.NAME));
        answers.put("elasticities", index.elasticities());
    }

    private static List<Double> column(List<Row> rows, Domain.Column column) {
        return rows.stream().map(it -> it.real(column)).toList();
    }
}
