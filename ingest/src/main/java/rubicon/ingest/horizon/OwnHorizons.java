package rubicon.ingest.horizon;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.evalrun.EvalRunService;
import rubicon.ingest.evalrun.RunDates;
import rubicon.ingest.evalrun.ScoreCount;
import rubicon.ingest.horizon.ReleaseDates.Known;
import rubicon.ingest.horizon.ReleaseDates.Models;
import rubicon.ingest.source.AgentNames;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.RunSuite;
import rubicon.model.horizon.AgentHorizon;
import rubicon.model.horizon.HorizonAnalysis;
import rubicon.model.horizon.HorizonDraws.Interval;

/// The time horizons that an indicator is filled with from one's own eval runs.
///
/// Each agent is fitted and drawn by itself, so that its horizon changes when its runs do and not
/// when another agent's arrive; what did not change is not fitted again.
@ApplicationScoped
public class OwnHorizons {
    /// The source of what the house computes.
    public static final String HOUSE = "rubicon";

    /// Draws of an interval's bootstrap; fewer of an agent with very many runs.
    static final int DRAWS = 1_000;

    static final long SEED = 42;

    private static final Logger LOG = Logger.getLogger(OwnHorizons.class);

    /// METR's agent for the runs of people, who have no time horizon of their own kind.
    private static final String PEOPLE = "human";

    private final HorizonService horizons;
    private final EvalRunService runs;
    private final ReleaseDates releases;
    private final AgentNames names;
    private Map<Fitted, HorizonAnalysis> kept = new HashMap<>();

    OwnHorizons(
            HorizonService horizons, EvalRunService runs, ReleaseDates releases, AgentNames names) {
        this.horizons = horizons;
        this.runs = runs;
        this.releases = releases;
        this.names = names;
    }

    /// The horizon of an agent.
    ///
    /// @param model that the agent is; its own name where nobody resolved it
    /// @param releasedOn of that model; null where the ledger does not know it
    /// @param firstRun the day of its first run
    /// @param knownAt when its last run ended
    /// @param minutes above 0, finite
    /// @param interval empty where none could be drawn
    /// @param held of the runs that it rests on
    public record OwnHorizon(
            String agent,
            String model,
            @Nullable LocalDate releasedOn,
            LocalDate firstRun,
            Instant knownAt,
            double minutes,
            Optional<Interval> interval,
            Held held) {}

    /// What a horizon rests on.
    public record Held(int runs, int tasks, int families, SortedSet<String> sources) {}

    /// What a fit follows from.
    private record Fitted(String agent, List<ScoreCount> counts) {}

    /// Whether the catalogue says that an indicator is filled from eval runs: it is computed here,
    /// the house is one of its sources, and it names a suite.
    public static boolean fills(Indicator it) {
        return it.runs() != null && it.feed() == Feed.OWN && it.sources().contains(HOUSE);
    }

    /// The horizons of some indicators, by indicator; none of an agent whose runs tell none. An
    /// indicator is left out whose runs changed while they were read, or of which an agent has more
    /// runs than are fitted: nothing is known of it now. Each read is a transaction of its own, and
    /// none is open while something is fitted.
    ///
    /// @param entries each of [#fills]
    public synchronized Map<Indicator, List<OwnHorizon>> of(List<Indicator> entries) {
        Map<Fitted, HorizonAnalysis> used = new HashMap<>();
        Map<Indicator, List<OwnHorizon>> all = new HashMap<>();
        for (Indicator it : entries) {
            of(it, used).ifPresent(found -> all.put(it, found));
        }
        kept = used;
        return all;
    }

    private Optional<List<OwnHorizon>> of(Indicator indicator, Map<Fitted, HorizonAnalysis> used) {
        RunSuite suite = indicator.runs();
        if (suite == null) {
            throw new IllegalArgumentException("%s names no suite".formatted(indicator.id()));
        }
        Map<String, List<ScoreCount>> byAgent =
                horizons.standing(suite.suite()).counts().stream()
                        .filter(it -> !suite.examples().contains(it.source()))
                        .filter(it -> it.humanMinutes() != null)
                        .filter(it -> !it.agent().equalsIgnoreCase(PEOPLE))
                        .collect(
                                Collectors.groupingBy(
                                        ScoreCount::agent, TreeMap::new, Collectors.toList()));
        if (byAgent.isEmpty()) {
            return Optional.of(List.of());
        }
        Map<String, List<RunDates>> dates =
                runs.dates(suite.suite()).stream()
                        .filter(it -> !suite.examples().contains(it.source()))
                        .collect(Collectors.groupingBy(RunDates::agent));
        Models models = releases.of(indicator, null);
        List<OwnHorizon> found = new ArrayList<>();
        for (Map.Entry<String, List<ScoreCount>> it : byAgent.entrySet()) {
            String agent = it.getKey();
            SuiteRuns held = new SuiteRuns(it.getValue());
            List<RunDates> made = dates.getOrDefault(agent, List.of());
            if (made.isEmpty() || !isAffordable(agent, held)) {
                return Optional.empty();
            }
            HorizonAnalysis analysis = fitted(new Fitted(agent, it.getValue()), held, used);
            horizon(agent, suite, held, made, models, analysis).ifPresent(found::add);
        }
        return Optional.of(found);
    }

    private static boolean isAffordable(String agent, SuiteRuns held) {
        boolean isAffordable = held.size() <= HorizonService.MOST_RUNS;
        if (!isAffordable) {
            LOG.warnf(
                    "Too many runs of an agent to be fitted agent=%s runs=%d", agent, held.size());
        }
        return isAffordable;
    }

    private HorizonAnalysis fitted(Fitted key, SuiteRuns held, Map<Fitted, HorizonAnalysis> used) {
        HorizonAnalysis before = kept.get(key);
        int draws = (int) Math.clamp(HorizonService.MOST_DRAWN_RUNS / held.size(), 1, (long) DRAWS);
        HorizonAnalysis analysis =
                before == null ? HorizonAnalysis.of(held.horizonRuns(), draws, SEED) : before;
        used.put(key, analysis);
        return analysis;
    }

    private Optional<OwnHorizon> horizon(
            String agent,
            RunSuite suite,
            SuiteRuns held,
            List<RunDates> made,
            Models models,
            HorizonAnalysis analysis) {
        AgentHorizon fit = analysis.agents().getFirst();
        String model = names.model(agent, held.sourcesOf(agent));
        Optional<Known> known = models.find(model);
        Instant first = made.stream().map(RunDates::first).min(Instant::compareTo).orElseThrow();
        Instant last = made.stream().map(RunDates::last).max(Instant::compareTo).orElseThrow();
        return fit.horizonMinutes(suite.rate())
                .map(minutes ->
                        new OwnHorizon(
                                agent,
                                known.map(Known::model).orElse(model),
                                known.map(Known::releasedOn).orElse(null),
                                LocalDate.ofInstant(first, ZoneOffset.UTC),
                                last,
                                minutes,
                                analysis.interval(fit, suite.rate()),
                                new Held(fit.runs(), fit.tasks(), fit.families(), held.sources())));
    }
}
