package rubicon.simulator.scenario.applepicking;

import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.ACTIVATION;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.AGENT_RATE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.AGENT_SPEND;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.AGENT_SPENDS;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.BASE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.BUDGET;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.BUDGET_RATE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.DIFFICULTY;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.END;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.GAIN;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.HEIGHTS;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.HUMAN_RATE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.HUMAN_SPEND;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.LEFT_BY_PEOPLE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.PERIODS;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.PRIOR_AGENT;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.REACH;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.RELEASE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.RELEASED_RATE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.RELEASED_REACH;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.RELEASES;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.SHAPE;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.SPREAD;
import static rubicon.simulator.scenario.applepicking.ApplePickingDescription.TREES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Value;

/// The scenario `apple-picking`: one tree and one generation of agents, a row of generations, many
/// trees, and the loop in which agents raise their own reach.
public final class ApplePickingModel implements ScenarioModel {
    private static final int CURVE_STEPS = 200;

    @Override
    public Description description() {
        return ApplePickingDescription.DESCRIPTION;
    }

    @Override
    public Map<String, Value> evaluate(Assignment given) {
        Heights heights = heights(given);
        var answers = new Answers();
        oneTree(
                new Tree(
                        Reach.of(heights, given.real(REACH)),
                        new Rates(given.real(HUMAN_RATE), given.real(AGENT_RATE))),
                given,
                answers);
        generations(heights, given, answers);
        closedLoop(heights, given, answers);
        return answers.complete(description());
    }

    private static Heights heights(Assignment given) {
        return switch (given.text(HEIGHTS)) {
            case "power" -> new Heights.Power(given.real(SHAPE));
            case "exponential" -> new Heights.Exponential(given.real(SHAPE));
            default -> new Heights.Uniform();
        };
    }

    private static void oneTree(Tree tree, Assignment given, Answers answers) {
        double human = given.real(HUMAN_SPEND);
        double agent = given.real(AGENT_SPEND);
        Apples left = tree.after(human, agent);
        answers.put("bottom", left.bottom());
        answers.put("top", left.top());
        answers.put("remaining", left.remaining());
        answers.put("progress", left.progress());
        var jones = new Jones(tree, given.real(DIFFICULTY));
        answers.put("ideas", jones.ideas(human, agent));
        jones.elasticities(human, agent)
                .ifPresentOrElse(
                        it -> {
                            answers.put("elasticityPeople", it.human());
                            answers.put("elasticityAgents", it.agent());
                        },
                        () ->
                                answers.undefined(
                                        "needs a spend that picks something",
                                        "elasticityPeople",
                                        "elasticityAgents"));

        double budget = given.real(BUDGET);
        var best = tree.allocate(budget);
        answers.put("balance", tree.rates().balance());
        answers.put("threshold", best.threshold());
        answers.put("agentBudget", best.agentSpend());
        answers.put("humanBudget", best.humanSpend());
        answers.put("bestRemaining", best.left().remaining());

        Horizon horizon = tree.horizon(given.real(PRIOR_AGENT));
        answers.put("effectiveReach", horizon.effectiveReach());
        answers.put("crossing", horizon.crossing());
        answers.put("humanEquivalentLimit", horizon.humanEquivalentLimit());
        answers.put(
                "humanEquivalent",
                new Value.Reals(
                        given.reals(AGENT_SPENDS).stream().map(horizon::humanEquivalent).toList()));
        answers.put("jumpLimit", tree.horizon(0).humanEquivalentLimit() * tree.rates().human());
        answers.put("permanentFactor", tree.rates().agent() / tree.rates().human());

        Tree there = new Tree(horizon.reach(), tree.rates());
        List<Double> spends = steps(budget);
        answers.put("spendCurve", spends);
        answers.put("peopleCurve", curve(spends, x -> there.after(x, 0).remaining()));
        answers.put("agentsCurve", curve(spends, x -> there.after(0, x).remaining()));
        answers.put("bestCurve", curve(spends, x -> there.allocate(x).left().remaining()));
    }

    private static void generations(Heights heights, Assignment given, Answers answers) {
        List<Generation> releases =
                given.rows(RELEASES).stream()
                        .map(it ->
                                new Generation(
                                        it.real(RELEASE),
                                        it.real(RELEASED_REACH),
                                        it.real(RELEASED_RATE)))
                        .toList();
        double end = given.real(END);
        var tree =
                new Succession(heights, given.real(HUMAN_RATE), given.real(BUDGET_RATE), releases);
        History history = tree.until(end);
        List<@Nullable Handover> events = inGivenOrder(releases, history.events());
        answers.put("shareAtRelease", column(events, Handover::shareAtRelease, 0));
        answers.put("generationSpend", column(events, Handover::agentSpend, 0));
        answers.put("switchTime", column(events, Handover::switchTime, Double.POSITIVE_INFINITY));
        answers.put("jump", column(events, Handover::jump, 0));
        answers.put("jumpHumanEquivalent", column(events, Handover::humanEquivalent, 0));
        answers.put("excessJump", column(events, Handover::excessJump, 0));

        List<Double> times = steps(end);
        answers.put("timeCurve", times);
        answers.put("remainingCurve", curve(times, history::remaining));
        answers.put("progressCurve", curve(times, history::progress));
        var orchard = orchard(tree, (int) given.whole(TREES), given.real(SPREAD));
        answers.put("totalCurve", orchard.index(times));
        var monthly = orchard.monthly((int) end, 1);
        answers.put("burstiness", monthly.burstiness());
        answers.put("largestMonth", monthly.maxShare());
    }

    /// As many trees of one kind, each with its releases a part of the spread later.
    private static Orchard orchard(Succession tree, int trees, double spread) {
        return new Orchard(
                IntStream.range(0, trees)
                        .mapToObj(i ->
                                new Orchard.WeightedTree(
                                        1.0 / trees, tree.later(spread * i / trees)))
                        .toList());
    }

    /// The story has its events in the order of time and only those that came; the table has its
    /// own order.
    private static List<@Nullable Handover> inGivenOrder(
            List<Generation> releases, List<Handover> events) {
        List<@Nullable Handover> ordered =
                new ArrayList<>(Collections.nCopies(releases.size(), (Handover) null));
        List<Integer> places =
                IntStream.range(0, releases.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> releases.get(i).release()))
                        .toList();
        for (int i = 0; i < events.size(); i++) {
            ordered.set(places.get(i), events.get(i));
        }
        return ordered;
    }

    private static void closedLoop(Heights heights, Assignment given, Answers answers) {
        var loop =
                new ClosedLoop(
                        heights,
                        given.real(LEFT_BY_PEOPLE),
                        given.real(ACTIVATION),
                        given.real(BASE),
                        given.real(GAIN));
        int periods = (int) given.whole(PERIODS);
        var path = loop.path(periods);
        answers.put("regime", loop.regime().word());
        answers.put("activationPeriod", loop.activationPeriod());
        answers.put("asymptoticReach", loop.asymptoticReach());
        loop.fixedPoint()
                .ifPresentOrElse(
                        it -> answers.put("fixedPoint", it),
                        () -> answers.undefined("is there in the soft regime only", "fixedPoint"));
        answers.put("localGain", loop.localGain(given.real(REACH)));
        answers.put(
                "loopPeriods",
                new Value.Wholes(LongStream.rangeClosed(0, periods).boxed().toList()));
        answers.put("loopReach", path.reach());
        answers.put("loopPicked", path.picked());
    }

    private static List<Double> steps(double end) {
        return IntStream.rangeClosed(0, CURVE_STEPS)
                .mapToObj(step -> Math.min(end, end * step / CURVE_STEPS))
                .toList();
    }

    private static Value curve(List<Double> along, DoubleUnaryOperator height) {
        return new Value.Reals(along.stream().map(height::applyAsDouble).toList());
    }

    private static Value column(
            List<@Nullable Handover> events, ToDoubleFunction<Handover> field, double otherwise) {
        return new Value.Reals(
                events.stream()
                        .map(it -> it == null ? otherwise : field.applyAsDouble(it))
                        .toList());
    }
}
