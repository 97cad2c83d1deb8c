package rubicon.ingest.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.evalrun.EvalRunService;
import rubicon.ingest.evalrun.ScoreCount;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.platform.Problem.FieldProblem;
import rubicon.ingest.platform.ProblemException;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.RunSuite;
import rubicon.model.comparison.PairedComparison;
import rubicon.model.comparison.PairedComparison.Item;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Range;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
import rubicon.model.wire.PairedComparisonPayload;
import rubicon.model.wire.PairedComparisonPayload.ComparedPayload;

/// Compares two agents on the runs of an indicator's suite.
@ApplicationScoped
class Comparisons {
    private static final double LEVEL = 0.95;

    /// More runs of the two agents than this are not held in memory to be compared.
    static final int MOST_RUNS = 1_000_000;

    /// Below about ten clusters Student's t does not make up for how rough their error is.
    private static final int ENOUGH_FAMILIES = 10;

    private final CatalogueService catalogue;
    private final EvalRunService runs;
    private final LedgerService ledger;

    Comparisons(CatalogueService catalogue, EvalRunService runs, LedgerService ledger) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.ledger = ledger;
    }

    /// The mean score of an agent at a task.
    private static final class Scored {
        private double sum;
        private long runs;
        private @Nullable String family;

        void add(ScoreCount it) {
            sum += it.score() * it.runs();
            runs += it.runs();
            family = it.taskFamily() == null ? family : it.taskFamily();
        }

        double mean() {
            return sum / runs;
        }
    }

    /// The comparison, now or as of a moment, by the indicator's definition at that moment.
    ///
    /// @param asked null for now
    /// @throws ProblemException if no suite is named, an agent has no run of it, or the two have
    ///   too many
    PairedComparisonPayload of(Indicator current, String a, String b, @Nullable Instant asked) {
        Instant moment = asked == null ? null : ledger.settled(asked);
        Indicator indicator =
                moment == null ? current : catalogue.at(current.id(), moment).orElse(current);
        RunSuite suite = indicator.runs();
        if (suite == null) {
            throw ProblemException.conflict(
                    "'%s' names no suite of eval runs".formatted(indicator.id()));
        }
        SortedSet<String> agents = new TreeSet<>(runs.agents(suite.suite(), moment));
        List<FieldProblem> faults = new ArrayList<>();
        require("a", a, agents, suite, faults);
        require("b", b, agents, suite, faults);
        if (!faults.isEmpty()) {
            throw ProblemException.refused(faults);
        }
        List<ScoreCount> held = runs.scores(suite.suite(), List.of(a, b), moment, MOST_RUNS + 1);
        requireFew(held);
        return compared(indicator, suite, moment, agents, tasks(held, a), tasks(held, b), a, b);
    }

    static void requireFew(List<ScoreCount> held) {
        if (held.stream().mapToLong(ScoreCount::runs).sum() > MOST_RUNS) {
            throw ProblemException.conflict(
                    "the two agents have more than the %d runs that are compared"
                            .formatted(MOST_RUNS));
        }
    }

    private static void require(
            String field,
            String agent,
            SortedSet<String> agents,
            RunSuite suite,
            List<FieldProblem> faults) {
        if (!agents.contains(agent)) {
            faults.add(
                    new FieldProblem(
                            field,
                            "'%s' has no run of the suite %s".formatted(agent, suite.suite())));
        }
    }

    private static SortedMap<String, Scored> tasks(List<ScoreCount> held, String agent) {
        SortedMap<String, Scored> tasks = new TreeMap<>();
        held.stream()
                .filter(it -> it.agent().equals(agent))
                .forEach(it -> tasks.computeIfAbsent(it.taskId(), _ -> new Scored()).add(it));
        return tasks;
    }

    private static PairedComparisonPayload compared(
            Indicator indicator,
            RunSuite suite,
            @Nullable Instant moment,
            SortedSet<String> agents,
            SortedMap<String, Scored> first,
            SortedMap<String, Scored> second,
            String a,
            String b) {
        Map<String, Item> items = new LinkedHashMap<>();
        long runsOfFirst = 0;
        long runsOfSecond = 0;
        for (Map.Entry<String, Scored> it : first.entrySet()) {
            Scored mine = it.getValue();
            Scored theirs = second.get(it.getKey());
            if (theirs != null) {
                items.put(
                        it.getKey(),
                        new Item(family(it.getKey(), mine, theirs), mine.mean(), theirs.mean()));
                runsOfFirst += mine.runs;
                runsOfSecond += theirs.runs;
            }
        }
        List<Item> shared = List.copyOf(items.values());
        Map<String, String> reasons = new TreeMap<>();
        Optional<PairedComparison> paired = PairedComparison.of(shared);
        if (paired.isEmpty()) {
            String why =
                    shared.isEmpty()
                            ? "no task was given to both"
                            : "all shared tasks are of one family: nothing is known of the error";
            reasons.put("difference", why);
            reasons.put("standardError", why);
            reasons.put("p", why);
        } else if (!paired.get().isErrorKnown()) {
            String why =
                    "the %d families differ alike: nothing is known of the error"
                            .formatted(paired.get().clusters());
            reasons.put("interval", why);
            reasons.put("standardError", why);
            reasons.put("p", why);
        } else if (paired.get().clusters() < ENOUGH_FAMILIES) {
            reasons.put(
                    "rough",
                    "with %d families interval and p are rough".formatted(paired.get().clusters()));
        }
        if (shared.isEmpty()) {
            reasons.put("score", "no task was given to both");
        }
        Optional<PairedComparison> known = paired.filter(PairedComparison::isErrorKnown);
        return new PairedComparisonPayload(
                indicator.id().value(),
                suite.suite(),
                moment,
                new ComparedPayload(
                        a,
                        mean(shared.stream().mapToDouble(Item::first).toArray()),
                        runsOfFirst,
                        first.size() - shared.size()),
                new ComparedPayload(
                        b,
                        mean(shared.stream().mapToDouble(Item::second).toArray()),
                        runsOfSecond,
                        second.size() - shared.size()),
                paired.map(Comparisons::difference).orElse(null),
                known.map(PairedComparison::standardError).orElse(null),
                known.map(PairedComparison::p).orElse(null),
                shared.size(),
                (int) shared.stream().map(Item::cluster).distinct().count(),
                List.copyOf(agents),
                reasons);
    }

    private static EstimatePayload difference(PairedComparison it) {
        if (!it.isErrorKnown()) {
            return new EstimatePayload(it.difference(), null, null, LEVEL, "CLUSTERED_T");
        }
        Range range = it.range(LEVEL);
        return new EstimatePayload(
                it.difference(), range.low(), range.high(), LEVEL, "CLUSTERED_T");
    }

    /// A task without a family is one by itself.
    private static String family(String task, Scored mine, Scored theirs) {
        return Objects.requireNonNullElse(
                mine.family, Objects.requireNonNullElse(theirs.family, task));
    }

    private static @Nullable Double mean(double[] scores) {
        return scores.length == 0 ? null : NeumaierSum.mean(scores);
    }
}
