package rubicon.simulator.scenario.applepicking;

import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.BUDGET_RATE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.END;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.HUMAN_RATE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.RELEASE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.RELEASED_RATE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.RELEASED_REACH;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.RELEASES;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.SHAPE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.SPREAD;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.TREES;

import java.util.Arrays;
import rubicon.model.stats.NeumaierSum;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.Workspace;

/// A row of generations on one tree, [Succession] in place, and as many trees of one kind, each
/// with its releases a part of the spread later, [Orchard] in place.
final class Generations implements Kernel {
    private final Spreading heights;
    private final Place shape;
    private final Place humanRate;
    private final Place budgetRate;
    private final Place trees;
    private final Place spread;
    private final double[] release;
    private final double[] reach;
    private final double[] agentRate;
    private final double end;
    private final double[] times;
    private final Story story;
    private final NeumaierSum[] atTimes;
    private final NeumaierSum[] atMonths;
    private final double[] byMonth;
    private final NeumaierSum squares = new NeumaierSum();
    private final Result shareAtRelease;
    private final Result spend;
    private final Result switchTime;
    private final Result jump;
    private final Result jumpHumanEquivalent;
    private final Result excessJump;
    private final Result remaining;
    private final Result progress;
    private final Result total;
    private final Result burstiness;
    private final Result largestMonth;

    Generations(Workspace workspace, Spreading heights) {
        this.heights = heights;
        this.shape = workspace.number(SHAPE);
        this.humanRate = workspace.number(HUMAN_RATE);
        this.budgetRate = workspace.number(BUDGET_RATE);
        this.trees = workspace.number(TREES);
        this.spread = workspace.number(SPREAD);
        this.release = workspace.column(RELEASES, RELEASE);
        this.reach = workspace.column(RELEASES, RELEASED_REACH);
        this.agentRate = workspace.column(RELEASES, RELEASED_RATE);
        this.end = workspace.given().real(END);
        this.times = ApplePickingModel.steps(end);
        this.story = new Story(release.length);
        this.atTimes = sums(times.length);
        this.atMonths = sums((int) end + 1);
        this.byMonth = new double[atMonths.length];
        this.shareAtRelease = workspace.list("shareAtRelease", release.length);
        this.spend = workspace.list("generationSpend", release.length);
        this.switchTime = workspace.list("switchTime", release.length);
        this.jump = workspace.list("jump", release.length);
        this.jumpHumanEquivalent = workspace.list("jumpHumanEquivalent", release.length);
        this.excessJump = workspace.list("excessJump", release.length);
        this.remaining = workspace.list("remainingCurve", times.length);
        this.progress = workspace.list("progressCurve", times.length);
        this.total = workspace.list("totalCurve", times.length);
        this.burstiness = workspace.one("burstiness");
        this.largestMonth = workspace.one("largestMonth");
    }

    private static NeumaierSum[] sums(int size) {
        NeumaierSum[] sums = new NeumaierSum[size];
        Arrays.setAll(sums, _ -> new NeumaierSum());
        return sums;
    }

    @Override
    public void run() {
        story.begin(humanRate.value(), budgetRate.value());
        until(end, 0);
        handovers();
        for (int i = 0; i < times.length; i++) {
            progress.set(i, story.progress(times[i]));
            remaining.set(i, Math.exp(-progress.get(i)));
        }
        orchard((int) trees.whole());
    }

    private void until(double last, double delay) {
        story.tell(heights, shape.value(), release, reach, agentRate, delay, last);
    }

    private void handovers() {
        double people = humanRate.value();
        for (int i = 0; i < release.length; i++) {
            boolean came = story.came(i);
            double rise = came ? story.jump(i) : 0;
            shareAtRelease.set(i, came ? story.shareAtRelease(i) : 0);
            spend.set(i, came ? story.agentSpend(i) : 0);
            switchTime.set(i, came ? story.switchTime(i) : Double.POSITIVE_INFINITY);
            jump.set(i, rise);
            jumpHumanEquivalent.set(i, rise / people);
            excessJump.set(i, came ? rise - people * story.agentSpend(i) : 0);
        }
    }

    private void orchard(int count) {
        clear(atTimes);
        clear(atMonths);
        double lastMonth = atMonths.length - 1;
        for (int tree = 0; tree < count; tree++) {
            double delay = spread.value() * tree / count;
            // The first is the tree that was just told.
            if (tree > 0) {
                until(end, delay);
            }
            for (int i = 0; i < times.length; i++) {
                double there = tree > 0 ? story.progress(times[i]) : progress.get(i);
                atTimes[i].add(1.0 / count * there);
            }
            if (lastMonth != end) {
                until(lastMonth, delay);
            }
            for (int month = 0; month < atMonths.length; month++) {
                atMonths[month].add(1.0 / count * story.progress(month));
            }
        }
        for (int i = 0; i < times.length; i++) {
            total.set(i, atTimes[i].value());
        }
        for (int month = 0; month < byMonth.length; month++) {
            byMonth[month] = atMonths[month].value();
        }
        burstiness.set(Orchard.burstiness(byMonth, squares));
        largestMonth.set(Orchard.maxShare(byMonth));
    }

    private static void clear(NeumaierSum[] sums) {
        for (NeumaierSum sum : sums) {
            sum.clear();
        }
    }

    @Override
    public void tell(Answers answers) {
        answers.put("timeCurve", Value.Reals.of(times));
    }
}
