package rubicon.simulator.scenario.speedrunledger;

import static rubicon.simulator.scenario.speedrunledger.LedgerTable.RECORDS;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.AHEAD;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.BETTER;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.DEEP;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.JONES;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.KNOWN_TO;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.LAW;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.LAW_AT;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.MEAN_STEP;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.PACE;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.PRIOR_STEPS;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.PRIOR_YEARS;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.SINCE;
import static rubicon.simulator.scenario.speedrunledger.SpeedrunLedgerDescription.SKIP;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import rubicon.model.arrival.GammaPoisson;
import rubicon.model.observation.Actor;
import rubicon.model.recordledger.Entry;
import rubicon.model.recordledger.PartShare;
import rubicon.model.recordledger.RecordChain;
import rubicon.model.recordledger.RecordLaw;
import rubicon.model.recordledger.Step;
import rubicon.model.stats.HeldQuantile;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.Range;
import rubicon.model.stats.StudentT;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.Kernel;
import rubicon.simulator.scenario.KernelModel;
import rubicon.simulator.scenario.Place;
import rubicon.simulator.scenario.Result;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.scenario.Workspace;

/// The scenario `speedrun-ledger`: a ledger's chain, shares and laws, and its projection.
public final class SpeedrunLedgerModel implements KernelModel {
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
    private record Read(Answers answers, Optional<LedgerReading> ledger) {}

    @Override
    public Description description() {
        return SpeedrunLedgerDescription.DESCRIPTION;
    }

    @Override
    public Set<String> readBefore(Assignment given) {
        return Set.of(RECORDS.name());
    }

    private static Read read(Assignment given) {
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
    public List<Function<Workspace, Kernel>> kernels(Assignment given) {
        Read read = read(given);
        Answers answers = read.answers();
        List<LocalDate> curve = curve(given);
        answers.put("curveDates", new Value.Days(curve));
        if (read.ledger().isEmpty()) {
            return List.of(it -> it.standing(answers));
        }
        LedgerReading ledger = read.ledger().get();
        LocalDate start = given.day(KNOWN_TO);
        if (ledger.chain().steps().stream().anyMatch(it -> it.date().isAfter(start))) {
            answers.undefined("needs a last day known that no record comes after", AHEAD_OUTPUTS);
            return List.of(it -> it.standing(answers), it -> rates(it, ledger));
        }
        if (!isDetermined(given, ledger)) {
            answers.undefined("needs steps that determine the law", AHEAD_OUTPUTS);
            return List.of(it -> it.standing(answers), it -> rates(it, ledger));
        }
        return List.of(
                it -> it.standing(answers),
                it -> rates(it, ledger),
                it -> new Ahead(it, ledger, gain(it, ledger), curve));
    }

    private static Kernel rates(Workspace workspace, LedgerReading ledger) {
        Place steps = workspace.number(PRIOR_STEPS);
        Place years = workspace.number(PRIOR_YEARS);
        Place pace = workspace.number(PACE);
        double ahead = workspace.given().real(AHEAD);
        int[] counts = ACTORS.stream().mapToInt(ledger.recent()::count).toArray();
        int deepAi = ledger.deepAi(workspace.given().real(DEEP));
        double exposure = ledger.exposure();
        Result ratePerYear = workspace.list("ratePerYear", counts.length);
        Result chanceAhead = workspace.list("chanceAhead", counts.length);
        Result deepAiChance = workspace.one("deepAiChance");
        return () -> {
            double b = years.value() + exposure;
            double time = ahead * pace.value();
            for (int i = 0; i < counts.length; i++) {
                double a = steps.value() + counts[i];
                ratePerYear.set(i, a / b);
                chanceAhead.set(i, GammaPoisson.atLeastOne(a, b, time));
            }
            deepAiChance.set(GammaPoisson.atLeastOne(steps.value() + deepAi, b, time));
        };
    }

    private static boolean isDetermined(Assignment given, LedgerReading ledger) {
        return switch (given.text(LAW)) {
            case JONES -> ledger.jones().isPresent();
            case MEAN_STEP -> true;
            default -> ledger.time().isPresent();
        };
    }

    private static Gain gain(Workspace workspace, LedgerReading ledger) {
        Place at = workspace.number(LAW_AT);
        return switch (workspace.given().text(LAW)) {
            case JONES -> new Gain.Jones(slope(ledger.jones().orElseThrow(), at), ledger.steps());
            case MEAN_STEP -> new Gain.MeanStep(ledger.meanStep());
            default -> {
                DoubleSupplier perDay = slope(ledger.time().orElseThrow(), at);
                yield new Gain.Line(() -> YEAR * perDay.getAsDouble());
            }
        };
    }

    private static DoubleSupplier slope(LinearFit line, Place at) {
        HeldQuantile slopes =
                new StudentT(line.slope(), line.slopeSe(), line.degrees()).heldQuantile();
        return () -> slopes.at(at.value());
    }

    static boolean higherIsBetter(Assignment given) {
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
