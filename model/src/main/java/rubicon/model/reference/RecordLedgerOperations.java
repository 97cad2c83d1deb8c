package rubicon.model.reference;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import rubicon.model.observation.Actor;
import rubicon.model.recordledger.Cusum;
import rubicon.model.recordledger.Entry;
import rubicon.model.recordledger.RateChange;
import rubicon.model.recordledger.RecordChain;
import rubicon.model.recordledger.RecordLaw;
import rubicon.model.recordledger.RobustJump;
import rubicon.model.recordledger.RunLengths;
import rubicon.model.recordledger.Segments;
import rubicon.model.recordledger.Step;
import rubicon.model.stats.LinearFit;

/// Ledgers of records, change points, jumps.
public final class RecordLedgerOperations implements Operations {
    @Override
    public Map<String, Operation> byName() {
        return Map.of(
                "ledger.chain", RecordLedgerOperations::chain,
                "ledger.fit", RecordLedgerOperations::fit,
                "changepoint.pelt", RecordLedgerOperations::pelt,
                "changepoint.bocpd", RecordLedgerOperations::runLengths,
                "changepoint.cusum", RecordLedgerOperations::cusum,
                "changepoint.rate", RecordLedgerOperations::rate,
                "jump.robust", RecordLedgerOperations::jump);
    }

    private static Object chain(Inputs in) {
        RecordChain chain = read(in);
        double deep = in.number("deepThreshold", RecordChain.DEEP);
        SortedMap<String, Double> gains = new TreeMap<>();
        SortedMap<String, Integer> counts = new TreeMap<>();
        for (Actor actor : Actor.values()) {
            if (chain.count(actor) > 0) {
                gains.put(name(actor), chain.gain(actor));
                counts.put(name(actor), chain.count(actor));
            }
        }
        Map<String, Object> read = new HashMap<>();
        read.put("steps", chain.steps().size());
        read.put("totalLogGain", chain.total());
        read.put("rawLogGain", chain.rawLogGain());
        read.put("byActor", gains);
        read.put("countByActor", counts);
        read.put("aiShare", defined(chain, chain.share(Actor.AI)));
        read.put("deepCount", chain.of(Step.Depth.DEEP, deep).size());
        read.put("deepShare", defined(chain, chain.share(Step.Depth.DEEP, deep)));
        read.put("stepsToHalf", chain.stepsToHalf());
        read.put("gini", chain.gini());
        read.put("negativeSteps", chain.negative());
        if (in.has("since")) {
            RecordChain since = chain.since(in.date("since"));
            read.put(
                    "since",
                    Map.of(
                            "steps", since.steps().size(),
                            "logGain", since.total(),
                            "aiShare", defined(since, since.share(Actor.AI))));
        }
        return read;
    }

    /// A share; undefined where nothing was gained.
    private static double defined(RecordChain chain, double share) {
        return chain.total() == 0 ? Double.NaN : share;
    }

    private static String name(Actor actor) {
        return actor.name().toLowerCase(Locale.ROOT);
    }

    private static RecordChain read(Inputs in) {
        return RecordChain.of(
                in.objects("records").stream().map(RecordLedgerOperations::entry).toList());
    }

    private static Entry entry(Inputs in) {
        return new Entry(
                in.text("id", ""),
                in.date("date"),
                in.number("value"),
                in.choice("actor", Actor.class, Actor.HUMAN),
                in.choice("kind", Entry.Kind.class, Entry.Kind.RECORD),
                in.flag("bundle", false) ? Entry.Scope.BUNDLE : Entry.Scope.ONE_IDEA);
    }

    private static Object fit(Inputs in) {
        RecordChain chain = read(in);
        String kind = in.text("kind");
        return switch (kind) {
            case "jones" -> {
                LinearFit line = RecordLaw.jones(chain, 0);
                yield Map.of(
                        "elasticity", line.slope(),
                        "intercept", line.intercept(),
                        "r2", Defined.r2(line),
                        "impliedBeta", RecordLaw.beta(line));
            }
            case "time" -> {
                LinearFit line = RecordLaw.time(chain, 0);
                yield Map.of("halvingDays", RecordLaw.halvingDays(line), "r2", Defined.r2(line));
            }
            case "stepDecay" -> {
                LinearFit line = RecordLaw.stepDecay(chain, 0);
                yield Map.of("exponent", line.slope(), "r2", Defined.r2(line), "n", line.n());
            }
            default -> throw new IllegalArgumentException("there is no law " + kind);
        };
    }

    private static Object pelt(Inputs in) {
        var segments =
                Segments.pelt(
                        in.numbers("y"),
                        in.number("penalty"),
                        (int) in.integer("minSize"),
                        in.choice("cost", Segments.Shape.class, Segments.Shape.MEAN));
        return Map.of(
                "changepoints", segments.cuts(),
                "cost", segments.cost(),
                "segmentMeans", segments.means());
    }

    private static Object runLengths(Inputs in) {
        var lengths =
                RunLengths.of(
                        in.numbers("y"),
                        in.number("hazard"),
                        new RunLengths.Prior(
                                in.number("mu0"),
                                in.number("kappa0"),
                                in.number("alpha0"),
                                in.number("beta0")),
                        (int) in.number("window", 1));
        return Map.of(
                "mapRunLength", lengths.likeliest(),
                "expectedRunLength", lengths.expected(),
                "pRecentChange", lengths.recentChange(),
                "logEvidence", lengths.logEvidence());
    }

    private static Object cusum(Inputs in) {
        var cusum =
                Cusum.of(
                        in.numbers("y"),
                        in.number("mean"),
                        in.number("sd"),
                        in.number("k", Cusum.K),
                        in.number("h", Cusum.H));
        return Map.of("path", cusum.path(), "alarms", cusum.alarms());
    }

    private static Object rate(Inputs in) {
        var change = RateChange.of(in.numbers("times"), in.number("end"));
        return Map.of(
                "logLR", change.logLikelihoodRatio(),
                "splitAfterEvent", change.afterEvent(),
                "rateBefore", change.before(),
                "rateAfter", change.after());
    }

    private static Object jump(Inputs in) {
        var jumps = RobustJump.of(in.numbers("y"), (int) in.integer("window"), in.number("z"));
        return Map.of("scores", jumps.scores(), "jumps", jumps.jumps());
    }
}
