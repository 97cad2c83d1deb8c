package rubicon.simulator.scenario.researchloop;

import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.COMPUTE_HOURS;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.COMPUTE_MULTIPLIER;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.HUMAN_HOURS;
import static rubicon.simulator.scenario.researchloop.ResearchLoopDescription.PARALLEL;

import java.util.List;
import java.util.Locale;
import rubicon.model.researchloop.LabLoop;
import rubicon.model.researchloop.LabLoop.Stage;
import rubicon.model.stats.NeumaierSum;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Row;
import rubicon.simulator.scenario.Workspace;

/// A lab's loop, [LabLoop] in place.
final class Loop implements Kernel {
    private static final String TIMELESS = "needs a stage that takes time";

    private final Assignment given;
    private final double[] human;
    private final double[] compute;
    private final double[] automated;
    private final double[] aiSpeed;
    private final double[] review;
    private final double[] rework;
    private final double[] baseRework;
    private final Place multiplier;
    private final Place parallel;
    private final Place humanHours;
    private final Place computeHours;
    private final Result cycle;
    private final Result baseCycle;
    private final Result latencySpeedup;
    private final Result perDay;
    private final Result basePerDay;
    private final Result throughputSpeedup;
    private final Result stageHours;
    private final Result reviewShare;
    private final Result[] timed;
    private final NeumaierSum touched = new NeumaierSum();
    private final NeumaierSum computed = new NeumaierSum();
    private final NeumaierSum taken = new NeumaierSum();

    Loop(Workspace workspace) {
        this.given = workspace.given();
        this.human = workspace.column(Tables.STAGES, Tables.HUMAN);
        this.compute = workspace.column(Tables.STAGES, Tables.COMPUTE);
        this.automated = workspace.column(Tables.STAGES, Tables.AUTOMATED);
        this.aiSpeed = workspace.column(Tables.STAGES, Tables.AI_SPEED);
        this.review = workspace.column(Tables.STAGES, Tables.REVIEW);
        this.rework = workspace.column(Tables.STAGES, Tables.REWORK_NOW);
        this.baseRework = workspace.column(Tables.STAGES, Tables.REWORK_BEFORE);
        this.multiplier = workspace.number(COMPUTE_MULTIPLIER);
        this.parallel = workspace.number(PARALLEL);
        this.humanHours = workspace.number(HUMAN_HOURS);
        this.computeHours = workspace.number(COMPUTE_HOURS);
        this.cycle = workspace.one("cycleHours");
        this.baseCycle = workspace.one("baseCycleHours");
        this.latencySpeedup = workspace.one("latencySpeedup");
        this.perDay = workspace.one("throughputPerDay");
        this.basePerDay = workspace.one("baseThroughputPerDay");
        this.throughputSpeedup = workspace.one("throughputSpeedup");
        this.stageHours = workspace.list("stageHours", human.length);
        this.reviewShare = workspace.one("reviewShare");
        this.timed =
                new Result[] {
                    cycle,
                    baseCycle,
                    latencySpeedup,
                    perDay,
                    basePerDay,
                    throughputSpeedup,
                    stageHours
                };
    }

    @Override
    public void run() {
        before();
        if (baseCycle.get(0) == 0) {
            Result.undefined(TIMELESS, timed);
        } else {
            now();
            latencySpeedup.set(baseCycle.get(0) / cycle.get(0));
            throughputSpeedup.set(perDay.get(0) / basePerDay.get(0));
        }
        reviewShare();
    }

    private void before() {
        touched.clear();
        computed.clear();
        taken.clear();
        for (int i = 0; i < human.length; i++) {
            touched.add(human[i] / (1 - baseRework[i]));
            computed.add(compute[i] / (1 - baseRework[i]));
            taken.add((human[i] + compute[i]) / (1 - baseRework[i]));
        }
        baseCycle.set(taken.value());
        basePerDay.set(fewest(taken.value()));
    }

    private void now() {
        touched.clear();
        computed.clear();
        taken.clear();
        for (int i = 0; i < human.length; i++) {
            double touch = Stage.touch(human[i], automated[i], review[i], rework[i]);
            double machines = Stage.computed(compute[i], multiplier.value(), rework[i]);
            double hours =
                    touch + Stage.waiting(human[i], automated[i], aiSpeed[i], rework[i]) + machines;
            touched.add(touch);
            computed.add(machines);
            taken.add(hours);
            stageHours.set(i, hours);
        }
        cycle.set(taken.value());
        perDay.set(fewest(taken.value()));
    }

    /// Passes a day that people, machines and lines all allow.
    private double fewest(double cycleHours) {
        double people = humanHours.value() / touched.value();
        double machines = computeHours.value() / computed.value();
        return Math.min(Math.min(people, machines), LabLoop.lines(parallel.value(), cycleHours));
    }

    private void reviewShare() {
        double reviewed = 0;
        double byHand = 0;
        for (int i = 0; i < human.length; i++) {
            reviewed += human[i] * automated[i] * review[i] / (1 - rework[i]);
            byHand += human[i] * (1 - automated[i]) / (1 - rework[i]);
        }
        if (reviewed + byHand > 0) {
            reviewShare.set(reviewed / (reviewed + byHand));
        } else {
            reviewShare.undefined("needs hours of people");
        }
    }

    @Override
    public void tell(Answers answers) {
        if (Double.isNaN(cycle.get(0))) {
            answers.undefined(TIMELESS, "binding", "baseBinding", "bottleneckStage");
            return;
        }
        List<Stage> stages = given.rows(Tables.STAGES).stream().map(Loop::stage).toList();
        var outcome =
                new LabLoop(
                                stages,
                                multiplier.value(),
                                parallel.value(),
                                humanHours.value(),
                                computeHours.value())
                        .outcome();
        answers.put("binding", word(outcome.throughput().binding()));
        answers.put("baseBinding", word(outcome.baseThroughput().binding()));
        answers.put("bottleneckStage", stages.get(outcome.bottleneck()).name());
    }

    private static Stage stage(Row row) {
        return new Stage(
                row.text(Tables.NAME),
                row.real(Tables.HUMAN),
                row.real(Tables.COMPUTE),
                row.real(Tables.AUTOMATED),
                row.real(Tables.AI_SPEED),
                row.real(Tables.REVIEW),
                row.real(Tables.REWORK_NOW),
                row.real(Tables.REWORK_BEFORE));
    }

    private static String word(LabLoop.Binding binding) {
        return binding.name().toLowerCase(Locale.ROOT);
    }
}
