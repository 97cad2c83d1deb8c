package rubicon.simulator.scenario.speedrunledger;

import static rubicon.simulator.scenario.speedrunledger.LedgerTable.RECORDS;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.AHEAD;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.AI_GROWTH;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.AI_SHARE_AT;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.BETTER;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.COUNT_AT;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.DEEP;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.JONES;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.KNOWN_TO;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.LAW;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.LAW_AT;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.MEAN_STEP;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.PACE;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.PRIOR_STEPS;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.PRIOR_YEARS;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.RATE_AT;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.SINCE;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.SKIP;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.TARGET;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import rubicon.model.arrival.GammaPoisson;
import rubicon.model.observation.Actor;
import rubicon.model.recordledger.Entry;
import rubicon.model.recordledger.PartShare;
import rubicon.model.recordledger.RecordChain;
import rubicon.model.recordledger.RecordLaw;
import rubicon.model.recordledger.Step;
import rubicon.model.stats.Beta;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.Logistic;
import rubicon.model.stats.Range;
import rubicon.model.stats.StudentT;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.FittedModel;
import rubicon.simulator.scenario.Value;

/// The scenario `speedrun-ledger`: a ledger's chain, shares and laws, and its projection.
public final class SpeedrunLedgerModel implements FittedModel<SpeedrunLedgerModel.Read> {
    private static final List<Actor> ACTORS = List.of(Actor.values());
    private static final int CURVE_STEPS = 48;
    private static final int DRAWS = 1_000;
    private static final long SEED = 42;
    private static final double LEVEL = 0.95;
    private static final double YEAR = 365.25;
    private static final String NO_STEP = "needs a record after the first row";
    private static final String[] CHAIN = {
        "steps",
        "totalGain",
        "rawGain",
        "factor",
        "negativeSteps",
        "stepsToHalf",
        "gini",
        "count",
        "countShare",
        "countLow",
        "countHigh",
        "gainShare",
        "aiGainShareLow",
        "aiGainShareHigh",
        "recentCount",
        "recentGainShare",
        "depthCount",
        "depthShare",
        "stepDates",
        "gainSoFar"
    };
    private static final String[] RATES = {"ratePerYear", "chanceAhead", "deepAiChance"};
    private static final String[] JONES_LAW = {"elasticity", "beta", "jonesR2"};
    private static final String[] TIME_LAW = {"halvingDays", "timeR2"};
    private static final String[] DECAY_LAW = {"decayExponent", "decayR2"};
    private static final String[] AHEAD_OUTPUTS = {
        "rate",
        "recordsAhead",
        "gainAhead",
        "factorAhead",
        "valueAhead",
        "aiShareNow",
        "aiShareThen",
        "aiRecordsAhead",
        "targetYear",
        "gainCurve",
        "valueCurve"
    };

    /// What the table says.
    ///
    /// @param answers what does not hang on any drawn number
    /// @param ledger empty where no record follows the first row
    public record Read(Answers answers, Optional<LedgerReading> ledger) {}

    @Override
    public Description description() {
        return SpeedrunLedgerDescription.DESCRIPTION;
    }

    @Override
    public Set<String> fittedFrom() {
        return Set.of(RECORDS.name());
    }

    @Override
    public Read fit(Assignment given) {
        List<Entry> entries =
                given.rows(RECORDS).stream()
                        .map(it -> LedgerTable.entry(it, higherIsBetter(given)))
                        .toList();
        var answers = new Answers();
        answers.put("actors", new Value.Texts(ACTORS.stream().map(Enum::name).toList()));
        answers.put(
                "depths",
                new Value.Texts(Arrays.stream(Step.Depth.values()).map(Enum::name).toList()));
        var ledger =
                LedgerReading.of(
                        entries, given.day(SINCE), given.day(KNOWN_TO), (int) given.whole(SKIP));
        ledger.ifPresentOrElse(
                it -> {
                    chain(it, given.real(DEEP), answers);
                    laws(it, answers);
                },
                () -> {
                    answers.undefined(NO_STEP, CHAIN).undefined(NO_STEP, RATES);
                    answers.undefined(NO_STEP, JONES_LAW).undefined(NO_STEP, TIME_LAW);
                    answers.undefined(NO_STEP, DECAY_LAW).undefined(NO_STEP, AHEAD_OUTPUTS);
                });
        return new Read(answers, ledger);
    }

    private static void chain(LedgerReading ledger, double deep, Answers answers) {
        RecordChain chain = ledger.chain();
        answers.put("steps", new Value.Whole(ledger.steps()));
        answers.put("totalGain", chain.total());
        answers.put("rawGain", chain.rawLogGain());
        answers.put("factor", Math.exp(chain.total()));
        answers.put("negativeSteps", new Value.Whole(chain.negative()));
        answers.put("stepsToHalf", new Value.Whole(chain.stepsToHalf()));
        answers.put("gini", chain.gini());
        List<PartShare> parts = byActor(actor -> part(chain, actor));
        answers.put("count", along(parts, PartShare::count));
        answers.put("countShare", along(parts, PartShare::countShare));
        answers.put("countLow", along(parts, it -> it.countRange().low()));
        answers.put("countHigh", along(parts, it -> it.countRange().high()));
        answers.put("gainShare", along(parts, PartShare::gainShare));
        Optional<Range> ai = parts.get(ACTORS.indexOf(Actor.AI)).gainRange();
        ai.ifPresentOrElse(
                range -> {
                    answers.put("aiGainShareLow", range.low());
                    answers.put("aiGainShareHigh", range.high());
                },
                () ->
                        answers.undefined(
                                "needs records both by AI and by others",
                                "aiGainShareLow",
                                "aiGainShareHigh"));
        answers.put("recentCount", byActor(it -> (double) ledger.recent().count(it)));
        answers.put("recentGainShare", byActor(ledger.recent()::share));
        List<Step.Depth> depths = List.of(Step.Depth.values());
        answers.put("depthCount", along(depths, it -> chain.of(it, deep).size()));
        answers.put("depthShare", along(depths, it -> chain.share(it, deep)));
        answers.put("stepDates", new Value.Days(chain.steps().stream().map(Step::date).toList()));
        List<Double> sums = new ArrayList<>();
        double sum = 0;
        for (Step step : chain.steps()) {
            sum += step.logGain();
            sums.add(sum);
        }
        answers.put("gainSoFar", sums);
    }

    private static PartShare part(RecordChain chain, Actor actor) {
        return PartShare.of(chain, it -> it.actor() == actor, DRAWS, SEED, LEVEL);
    }

    private static void laws(LedgerReading ledger, Answers answers) {
        ledger.jones()
                .ifPresentOrElse(
                        it -> {
                            answers.put("elasticity", it.slope());
                            answers.put("beta", RecordLaw.beta(it));
                            answers.put("jonesR2", it.r2());
                        },
                        () -> answers.undefined("needs three steps to fit", JONES_LAW));
        ledger.time()
                .ifPresentOrElse(
                        it -> {
                            answers.put("halvingDays", RecordLaw.halvingDays(it));
                            answers.put("timeR2", it.r2());
                        },
                        () -> answers.undefined("needs three steps on two dates", TIME_LAW));
        ledger.decay()
                .ifPresentOrElse(
                        it -> {
                            answers.put("decayExponent", it.slope());
                            answers.put("decayR2", it.r2());
                        },
                        () -> answers.undefined("needs three steps above 0", DECAY_LAW));
    }

    @Override
    public Map<String, Value> evaluate(Assignment given, Read read) {
        var answers = read.answers().copy();
        List<LocalDate> curve = curve(given);
        answers.put("curveDates", new Value.Days(curve));
        read.ledger()
                .ifPresent(it -> {
                    rates(given, it, answers);
                    project(given, it, curve, answers);
                });
        return answers.complete(description());
    }

    private static void rates(Assignment given, LedgerReading ledger, Answers answers) {
        var prior = new GammaPoisson(given.real(PRIOR_STEPS), given.real(PRIOR_YEARS));
        double ahead = given.real(AHEAD) * given.real(PACE);
        List<GammaPoisson> rates =
                byActor(it -> prior.after(ledger.recent().count(it), ledger.exposure()));
        answers.put("ratePerYear", along(rates, GammaPoisson::rate));
        answers.put("chanceAhead", along(rates, it -> it.atLeastOne(ahead)));
        answers.put(
                "deepAiChance",
                prior.after(ledger.deepAi(given.real(DEEP)), ledger.exposure()).atLeastOne(ahead));
    }

    private static void project(
            Assignment given, LedgerReading ledger, List<LocalDate> curve, Answers answers) {
        LocalDate start = given.day(KNOWN_TO);
        if (ledger.chain().steps().stream().anyMatch(it -> it.date().isAfter(start))) {
            answers.undefined("needs a last day known that no record comes after", AHEAD_OUTPUTS);
            return;
        }
        Optional<Projection.Gain> gain = gain(given, ledger);
        if (gain.isEmpty()) {
            answers.undefined("needs steps that determine the law", AHEAD_OUTPUTS);
            return;
        }
        int recent = ledger.recent().steps().size();
        var rate =
                new GammaPoisson(given.real(PRIOR_STEPS), given.real(PRIOR_YEARS))
                        .after(recent, ledger.exposure());
        var ahead =
                new Projection(
                        given.real(PACE) * Projection.quantile(rate, given.real(RATE_AT)),
                        given.real(COUNT_AT),
                        gain.get());
        double years = given.real(AHEAD);
        double gained = ahead.gained(years);
        answers.put("rate", ahead.rate());
        answers.put("recordsAhead", ahead.records(years));
        answers.put("gainAhead", gained);
        answers.put("factorAhead", Math.exp(gained));
        answers.put("valueAhead", value(given, ledger, gained));
        List<Double> gains =
                along(curve, it -> ahead.gained((it.toEpochDay() - start.toEpochDay()) / YEAR));
        answers.put("gainCurve", gains);
        answers.put("valueCurve", along(gains, it -> value(given, ledger, it)));
        double target = given.real(TARGET);
        double missing = Math.log(ledger.last() / (higherIsBetter(given) ? 1 / target : target));
        answers.put(
                "targetYear",
                Dates.year(
                        start.toEpochDay()
                                + (missing > 0
                                        ? YEAR * gain.get().years(missing, ahead.rate())
                                        : 0)));
        aiShare(given, recent, ledger.recent().count(Actor.AI), ahead.records(years), answers);
    }

    /// Jeffreys' prior on the share; its log odds rise evenly.
    private static void aiShare(
            Assignment given, int recent, int byAi, double records, Answers answers) {
        double quantile =
                new Beta(byAi + 0.5, recent - byAi + 0.5).quantile(given.real(AI_SHARE_AT));
        // At 0 and 1 no odds could rise.
        double now = Math.clamp(quantile, 1e-12, 1 - 1e-12);
        double logit = Logistic.logit(now);
        double rise = given.real(AI_GROWTH) * given.real(AHEAD);
        answers.put("aiShareNow", now);
        answers.put("aiShareThen", Logistic.of(logit + rise));
        answers.put("aiRecordsAhead", records * Projection.meanShare(logit, rise));
    }

    private static Optional<Projection.Gain> gain(Assignment given, LedgerReading ledger) {
        double at = given.real(LAW_AT);
        return switch (given.text(LAW)) {
            case JONES ->
                    ledger.jones().map(it -> new Projection.Jones(slope(it, at), ledger.steps()));
            case MEAN_STEP -> Optional.of(new Projection.MeanStep(ledger.meanStep()));
            default -> ledger.time().map(it -> new Projection.Line(YEAR * slope(it, at)));
        };
    }

    private static double slope(LinearFit line, double at) {
        return new StudentT(line.slope(), line.slopeSe(), line.degrees()).quantile(at);
    }

    private static double value(Assignment given, LedgerReading ledger, double gained) {
        double value = ledger.last() * Math.exp(-gained);
        return higherIsBetter(given) ? 1 / value : value;
    }

    private static boolean higherIsBetter(Assignment given) {
        return given.text(BETTER).equals(SpeedrunLedgerDescription.HIGHER);
    }

    private static List<LocalDate> curve(Assignment given) {
        LocalDate start = given.day(KNOWN_TO);
        return Dates.grid(start, start.plusDays(Math.round(YEAR * given.real(AHEAD))), CURVE_STEPS);
    }

    private static <T> List<T> byActor(Function<Actor, T> of) {
        return ACTORS.stream().map(of).toList();
    }

    private static <T> List<Double> along(List<T> items, ToDoubleFunction<T> number) {
        return items.stream().map(number::applyAsDouble).toList();
    }
}
