package rubicon.simulator.scenario.researchloop;

import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.AI_COST;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.AI_LABOUR;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.AUTOMATABLE;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.BUDGET;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.HORIZON_NOW;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.HORIZON_REF;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.HUMAN_COST;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.HUMAN_LABOUR;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.INDEX_SUBSTITUTION;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.LABOUR_ELASTICITY;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.LAB_COMPUTE;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.SOFTWARE_SHARE;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.SUBSTITUTION;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import rubicon.model.researchloop.Amdahl;
import rubicon.model.researchloop.AutomationIndex;
import rubicon.model.researchloop.FourViews;
import rubicon.model.researchloop.WeakLinks;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Normal;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.KernelModel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.Workspace;

/// The scenario `research-loop`: a lab's loop, four views of one state, weak links, shares of
/// automation by four weightings, and the automation index.
public final class ResearchLoopModel implements KernelModel {
    private static final int DECADES_BELOW_ONE = 2;
    private static final int CURVE_STEPS = 120;
    private static final double STEPS_PER_DECADE = 20;
    private static final double HALF = 0.5;

    @Override
    public Description description() {
        return ResearchLoopDescription.DESCRIPTION;
    }

    @Override
    public List<Function<Workspace, Kernel>> kernels(Assignment given) {
        return List.of(
                Loop::new,
                ResearchLoopModel::views,
                ResearchLoopModel::weakLinks,
                ResearchLoopModel::weakLinkCurve,
                ResearchLoopModel::purchase,
                ResearchLoopModel::shares,
                ResearchLoopModel::index);
    }

    private static Kernel views(Workspace workspace) {
        double[] share = workspace.column(Tables.TASKS, Tables.TASK_SHARE);
        double[] speed = workspace.column(Tables.TASKS, Tables.TASK_SPEED);
        double[] sectorShare = workspace.column(Tables.SECTORS, Tables.SECTOR_SHARE);
        double[] sectorSpeed = workspace.column(Tables.SECTORS, Tables.SECTOR_SPEED);
        Place horizonNow = workspace.number(HORIZON_NOW);
        Place horizonRef = workspace.number(HORIZON_REF);
        Place labCompute = workspace.number(LAB_COMPUTE);
        Place labourElasticity = workspace.number(LABOUR_ELASTICITY);
        Place softwareShare = workspace.number(SOFTWARE_SHARE);
        Result doublings = workspace.one("modelDoublings");
        Result uplift = workspace.one("researcherUplift");
        Result limit = workspace.one("researcherLimit");
        Result residual = workspace.list("residualShares", share.length);
        Result labPace = workspace.one("labPace");
        Result overallPace = workspace.one("overallPace");
        Result economy = workspace.one("economyFactor");
        Result[] all = {doublings, uplift, limit, residual, labPace, overallPace, economy};
        var sum = new NeumaierSum();
        return () -> {
            double whole = sum.clear().addAll(share).value();
            if (whole == 0) {
                Result.undefined("needs a task with a share", all);
                return;
            }
            sum.clear();
            for (int i = 0; i < share.length; i++) {
                sum.add(share[i] / speed[i]);
            }
            double left = sum.value();
            sum.clear();
            for (int i = 0; i < share.length; i++) {
                sum.add(speed[i] == 1 ? share[i] : 0);
            }
            double untouched = sum.value();
            doublings.set(FourViews.doublings(horizonNow.value(), horizonRef.value()));
            uplift.set(whole / left);
            limit.set(whole / untouched);
            for (int i = 0; i < share.length; i++) {
                residual.set(i, share[i] / speed[i] / left);
            }
            double lab =
                    FourViews.labPace(whole / left, labourElasticity.value(), labCompute.value());
            labPace.set(lab);
            overallPace.set(FourViews.overallPace(lab, softwareShare.value()));
            sum.clear();
            for (int i = 0; i < sectorShare.length; i++) {
                sum.add(sectorShare[i] * Math.log(sectorSpeed[i]));
            }
            economy.set(Math.exp(sum.value()));
        };
    }

    private static Kernel weakLinks(Workspace workspace) {
        Place gamma = workspace.number(AUTOMATABLE);
        Place sigma = workspace.number(SUBSTITUTION);
        Place ai = workspace.number(AI_LABOUR);
        Place human = workspace.number(HUMAN_LABOUR);
        Result output = workspace.one("weakLinkOutput");
        Result speedup = workspace.one("weakLinkSpeedup");
        Result limit = workspace.one("weakLinkLimit");
        return Kernel.telling(
                () -> {
                    double gives =
                            WeakLinks.output(
                                    gamma.value(), sigma.value(), ai.value(), human.value());
                    output.set(gives);
                    speedup.set(gives / human.value());
                    limit.set(WeakLinks.limit(gamma.value(), sigma.value()));
                },
                answers ->
                        answers.put(
                                "weakLinkRegime",
                                new WeakLinks(gamma.value(), sigma.value())
                                                .output(ai.value(), human.value())
                                                .aiAbundant()
                                        ? "ai-abundant"
                                        : "ai-scarce"));
    }

    private static Kernel weakLinkCurve(Workspace workspace) {
        Place gamma = workspace.number(AUTOMATABLE);
        Place sigma = workspace.number(SUBSTITUTION);
        Place human = workspace.number(HUMAN_LABOUR);
        double[] labour =
                IntStream.rangeClosed(0, CURVE_STEPS)
                        .mapToDouble(
                                step -> Math.pow(10, step / STEPS_PER_DECADE - DECADES_BELOW_ONE))
                        .toArray();
        Result curve = workspace.list("weakLinkCurve", labour.length);
        return Kernel.telling(
                () -> {
                    for (int i = 0; i < labour.length; i++) {
                        double gives =
                                WeakLinks.output(
                                        gamma.value(), sigma.value(), labour[i], human.value());
                        curve.set(i, gives / human.value());
                    }
                },
                answers -> answers.put("aiLabourCurve", Value.Reals.of(labour)));
    }

    private static Kernel purchase(Workspace workspace) {
        Place gamma = workspace.number(AUTOMATABLE);
        Place sigma = workspace.number(SUBSTITUTION);
        Place aiCost = workspace.number(AI_COST);
        Place humanCost = workspace.number(HUMAN_COST);
        double budget = workspace.given().real(BUDGET);
        Result speedup = workspace.one("budgetSpeedup");
        Result output = workspace.one("budgetOutput");
        Result spend = workspace.one("aiSpendShare");
        return () -> {
            double relative =
                    WeakLinks.relativePrice(
                            gamma.value(), sigma.value(), aiCost.value(), humanCost.value());
            speedup.set(1 / relative);
            output.set(budget / (humanCost.value() * relative));
            spend.set(
                    WeakLinks.aiSpendShare(
                            gamma.value(), sigma.value(), aiCost.value(), humanCost.value()));
        };
    }

    private static Kernel shares(Workspace workspace) {
        double[] hours = workspace.column(Tables.WORK, Tables.WORK_HOURS);
        double[] wage = workspace.column(Tables.WORK, Tables.WAGE);
        double[] worth = workspace.column(Tables.WORK, Tables.WORTH);
        double[] done = workspace.column(Tables.WORK, Tables.DONE);
        Result count = workspace.one("countShare");
        Result time = workspace.one("timeShare");
        Result cost = workspace.one("costShare");
        Result value = workspace.one("valueShare");
        Result fromTime = workspace.one("boundFromTime");
        Result fromCost = workspace.one("boundFromCost");
        Result[] all = {count, time, cost, value, fromTime, fromCost};
        double[] paid = new double[hours.length];
        var sum = new NeumaierSum();
        return () -> {
            int half = 0;
            boolean works = false;
            boolean gives = false;
            for (int i = 0; i < hours.length; i++) {
                paid[i] = hours[i] * wage[i];
                works |= paid[i] > 0;
                gives |= worth[i] > 0;
                half += done[i] >= HALF ? 1 : 0;
            }
            if (!works || !gives) {
                Result.undefined("needs work with hours, a wage and a value", all);
                return;
            }
            count.set((double) half / hours.length);
            time.set(share(hours, done, sum));
            cost.set(share(paid, done, sum));
            value.set(share(worth, done, sum));
            fromTime.set(Amdahl.bound(Math.min(1, time.get(0))));
            fromCost.set(Amdahl.bound(Math.min(1, cost.get(0))));
        };
    }

    private static double share(double[] weight, double[] done, NeumaierSum sum) {
        double all = sum.clear().addAll(weight).value();
        sum.clear();
        for (int i = 0; i < weight.length; i++) {
            sum.add(weight[i] * done[i]);
        }
        return sum.value() / all;
    }

    private static Kernel index(Workspace workspace) {
        double[] score = workspace.column(Tables.CATEGORIES, Tables.SCORE);
        double[] weight = workspace.column(Tables.CATEGORIES, Tables.WEIGHT);
        double[] logitSd = workspace.column(Tables.CATEGORIES, Tables.LOGIT_SD);
        Place sigma = workspace.number(INDEX_SUBSTITUTION);
        Result index = workspace.one("index");
        Result low = workspace.one("indexLow");
        Result high = workspace.one("indexHigh");
        Result mean = workspace.one("arithmeticMean");
        Result elasticities = workspace.list("elasticities", score.length);
        Result[] all = {index, low, high, mean, elasticities};
        double z = Normal.standardQuantile((1 + AutomationIndex.LEVEL) / 2);
        String weightless = "needs a category with a weight";
        var joined = new AutomationIndex.Working(score.length);
        return Kernel.telling(
                () -> {
                    if (!anyAbove0(weight)) {
                        Result.undefined(weightless, all);
                        return;
                    }
                    joined.join(score, weight, sigma.value(), AutomationIndex.LEAST);
                    double half = z * joined.logSd(logitSd);
                    index.set(joined.value());
                    low.set(joined.value() * Math.exp(-half));
                    high.set(joined.value() * Math.exp(half));
                    mean.set(joined.arithmetic());
                    for (int i = 0; i < score.length; i++) {
                        elasticities.set(i, joined.elasticity(i));
                    }
                },
                answers -> {
                    if (anyAbove0(weight)) {
                        answers.put(
                                "weakestCategory",
                                workspace
                                        .given()
                                        .rows(Tables.CATEGORIES)
                                        .get(joined.weakest())
                                        .text(Tables.NAME));
                    } else {
                        answers.undefined(weightless, "weakestCategory");
                    }
                });
    }

    private static boolean anyAbove0(double[] numbers) {
        for (double number : numbers) {
            if (number > 0) {
                return true;
            }
        }
        return false;
    }
}
