package rubicon.ingest.horizon;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.evalrun.EvalRunService;
import rubicon.ingest.horizon.ReleaseDates.Known;
import rubicon.ingest.horizon.ReleaseDates.Models;
import rubicon.ingest.ledger.LedgerService;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.source.AgentNames;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.RunSuite;
import rubicon.model.horizon.AgentHorizon;
import rubicon.model.horizon.HorizonAnalysis;
import rubicon.model.wire.HorizonPayload;

/// Answers for the time horizons of an indicator. Each read is a transaction of its own; none is
/// open while something is fitted.
@ApplicationScoped
class HorizonService {
    /// Drawn runs that one call may cost: half a minute of one processor, about.
    static final long MOST_DRAWN_RUNS = 1_000_000_000;

    /// More runs of a suite than this are not held in memory to be fitted.
    static final long MOST_RUNS = 1_000_000;

    private static final int SUITES_KEPT = 8;

    private final CatalogueService catalogue;
    private final EvalRunService runs;
    private final LedgerService ledger;
    private final ReleaseDates releases;
    private final AgentNames names;
    private final HorizonCache cache = new HorizonCache();
    private final LinkedHashMap<String, Read> reads = new LinkedHashMap<>(16, 0.75f, true);

    HorizonService(
            CatalogueService catalogue,
            EvalRunService runs,
            LedgerService ledger,
            ReleaseDates releases,
            AgentNames names) {
        this.catalogue = catalogue;
        this.runs = runs;
        this.ledger = ledger;
        this.releases = releases;
        this.names = names;
    }

    /// What stood of a suite while a mark stood.
    private record Read(String mark, SuiteRuns runs) {}

    /// The horizons of an indicator, now or as of a moment, by its definition at that moment.
    ///
    /// @param asked null for now
    /// @throws ProblemException if so many draws of so many runs would take too long
    HorizonPayload horizon(Indicator current, int draws, long seed, @Nullable Instant asked) {
        Instant moment = asked == null ? null : ledger.settled(asked);
        Indicator indicator =
                moment == null ? current : catalogue.at(current.id(), moment).orElse(current);
        RunSuite suite = indicator.runs();
        if (suite == null) {
            return HorizonPayloads.nothing(
                    indicator,
                    moment,
                    new SuiteRuns(List.of()),
                    "the indicator names no suite of eval runs");
        }
        SuiteRuns held =
                moment == null
                        ? standing(suite.suite())
                        : new SuiteRuns(runs.scores(suite.suite(), moment));
        if (held.size() == 0) {
            return HorizonPayloads.nothing(
                    indicator,
                    moment,
                    held,
                    held.leftOut() == 0
                            ? "no eval runs of the suite %s are held".formatted(suite.suite())
                            : "no run of the suite %s says how long its task takes a person"
                                    .formatted(suite.suite()));
        }
        requireAffordable(held.size(), draws);
        HorizonAnalysis analysis = cache.of(new HorizonCache.Asked(held, draws, seed));
        Models models = releases.of(indicator, moment);
        Map<String, Known> known = new TreeMap<>();
        for (AgentHorizon agent : analysis.agents()) {
            model(agent.agent(), held, models).ifPresent(it -> known.put(agent.agent(), it));
        }
        return new HorizonPayloads(indicator, suite, held, analysis, known)
                .payload(moment, draws, seed);
    }

    private Optional<Known> model(String agent, SuiteRuns held, Models models) {
        return models.find(names.model(agent, held.sourcesOf(agent)));
    }

    private static void requireAffordable(long runs, int draws) {
        if (runs > MOST_RUNS) {
            throw ProblemException.conflict(
                    "the suite holds %d runs; at most %d are fitted".formatted(runs, MOST_RUNS));
        }
        if (runs * draws > MOST_DRAWN_RUNS) {
            throw ProblemException.refused(
                    "draws",
                    "%d draws of %d runs are too many; of this suite at most %d are made"
                            .formatted(draws, runs, Math.max(1, MOST_DRAWN_RUNS / runs)));
        }
    }

    /// Read anew only after something was recorded. The mark is read first: a statement that comes
    /// between the two is read again by the next call, and none is missed.
    SuiteRuns standing(String suite) {
        String mark = runs.mark();
        synchronized (reads) {
            Read last = reads.get(suite);
            if (last != null && last.mark().equals(mark)) {
                return last.runs();
            }
        }
        SuiteRuns read = new SuiteRuns(runs.scores(suite));
        synchronized (reads) {
            reads.put(suite, new Read(mark, read));
            if (reads.size() > SUITES_KEPT) {
                reads.pollFirstEntry();
            }
        }
        return read;
    }

    /// How many analyses were made so far.
    long computed() {
        return cache.computed();
    }
}
