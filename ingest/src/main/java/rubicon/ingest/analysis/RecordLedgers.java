package rubicon.ingest.analysis;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.RecordEntries;
import rubicon.model.catalogue.Direction;
import rubicon.model.observation.Actor;
import rubicon.model.recordledger.Attribution;
import rubicon.model.recordledger.Entry;
import rubicon.model.recordledger.PartShare;
import rubicon.model.recordledger.RecordChain;
import rubicon.model.recordledger.RecordLaw;
import rubicon.model.recordledger.Step;
import rubicon.model.recordledger.StepsAhead;
import rubicon.model.stats.LinearFit;
import rubicon.model.stats.Range;
import rubicon.model.trackrecord.MadeSteps;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
import rubicon.model.wire.RecordLedgerPayload;
import rubicon.model.wire.RecordLedgerPayload.ExpectedStepsPayload;
import rubicon.model.wire.RecordLedgerPayload.LawPayload;
import rubicon.model.wire.RecordLedgerPayload.LedgerPartPayload;
import rubicon.model.wire.RecordLedgerPayload.RecordLawsPayload;
import rubicon.model.wire.RecordLedgerPayload.RecordMethodPayload;
import rubicon.model.wire.RecordLedgerPayload.RecordStepPayload;
import rubicon.model.wire.RecordLedgerPayload.StepsPayload;

/// A ledger of records as JSON says it.
record RecordLedgers(Stood stood, RecordEntries rows, RecordChain chain) {
    private static final double LEVEL = 0.95;
    private static final int DRAWS = 2_000;
    private static final long SEED = 42;

    /// First steps that one of the laws leaves out: beginnings are easy.
    private static final int BEGINNING = 5;

    /// The newest so many steps are listed.
    private static final int MOST = 1_000;

    /// Of a part that has no step or all.
    private static final Range UNKNOWN =
            new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final double LOG_2 = Math.log(2);

    /// @param since null for the year before the day of the answer
    static RecordLedgerPayload of(Stood stood, @Nullable LocalDate since) {
        RecordEntries rows;
        try {
            rows = RecordEntries.of(stood.indicator(), stood.standing().results(), stood::said);
        } catch (IllegalArgumentException e) {
            return nothing(stood, 0, 0, String.valueOf(e.getMessage()));
        }
        if (rows.results().size() < 2) {
            return nothing(
                    stood,
                    rows.results().size(),
                    rows.fixed(),
                    "fewer than two records count, so nothing was a step");
        }
        return new RecordLedgers(stood, rows, RecordChain.of(rows.entries())).payload(since);
    }

    /// What a ledger is expected to bring in the year after a day.
    ///
    /// @return empty where it is no ledger of records, or nothing was a step
    static List<MadeSteps> made(Stood stood, LocalDate day) {
        if (RecordEntries.whyNot(stood.indicator()).isPresent()) {
            return List.of();
        }
        try {
            RecordEntries rows =
                    RecordEntries.of(stood.indicator(), stood.standing().results(), stood::said);
            return rows.results().size() < 2
                    ? List.of()
                    : MadeSteps.of(
                            RecordChain.of(rows.entries()), rows.entries().getFirst().date(), day);
        } catch (IllegalArgumentException noSteps) {
            return List.of();
        }
    }

    private static RecordLedgerPayload nothing(Stood stood, int rows, int fixed, String reason) {
        return new RecordLedgerPayload(
                stood.indicator().id().value(),
                stood.indicator().unit().symbol(),
                stood.asOf(),
                stood.reading().name(),
                stood.today(),
                rows,
                fixed,
                0,
                null,
                null,
                null,
                null,
                List.of(),
                method(),
                new TreeMap<>(
                        Map.of(
                                "all", reason,
                                "laws", reason,
                                "rawLogGain", reason,
                                "since", reason,
                                "steps", reason)));
    }

    private static RecordMethodPayload method() {
        return new RecordMethodPayload(RecordChain.DEEP, LEVEL, DRAWS, SEED);
    }

    private RecordLedgerPayload payload(@Nullable LocalDate asked) {
        Map<String, String> reasons = new TreeMap<>();
        if (!rows.faults().isEmpty()) {
            reasons.put("baselines", String.join("; ", rows.faults()));
        }
        LocalDate since = asked == null ? stood.today().minusYears(1) : asked;
        RecordChain later = chain.since(since);
        if (later.steps().isEmpty()) {
            reasons.put("since", "no step was made from %s on".formatted(since));
        }
        List<RecordStepPayload> steps = steps();
        if (steps.size() > MOST) {
            reasons.put("steps", "the newest %d of %d".formatted(MOST, steps.size()));
        }
        return new RecordLedgerPayload(
                stood.indicator().id().value(),
                stood.indicator().unit().symbol(),
                stood.asOf(),
                stood.reading().name(),
                stood.today(),
                rows.results().size(),
                rows.fixed(),
                (int)
                        rows.entries().stream()
                                .filter(it -> it.kind() == Entry.Kind.RETIMING)
                                .count(),
                chain.rawLogGain(),
                part(null, chain),
                later.steps().isEmpty() ? null : part(since, later),
                laws(),
                steps.subList(Math.max(0, steps.size() - MOST), steps.size()),
                method(),
                reasons);
    }

    private LedgerPartPayload part(@Nullable LocalDate from, RecordChain of) {
        Map<String, String> reasons = new TreeMap<>();
        boolean gained = of.total() != 0;
        if (!gained) {
            reasons.put("gini", "nothing was gained");
            reasons.put("gainShare", "nothing was gained");
        }
        boolean several = of.steps().size() > 1;
        if (!several) {
            reasons.put("silence", "one step has no gap");
        }
        List<PartShare> shares = shares(of);
        List<StepsPayload> actors = actors(of, from, shares);
        if (actors.stream().allMatch(it -> it.attributed() == null)) {
            reasons.put("attributed", "no credit of these steps is told to be doubted");
        }
        return new LedgerPartPayload(
                from,
                of.steps().size(),
                of.total(),
                of.negative(),
                of.stepsToHalf(),
                gained ? (Double) of.gini() : null,
                several ? (Double) of.silence(stood.today()) : null,
                actors,
                depths(of, from, shares),
                reasons);
    }

    /// The parts of a stretch: those of the actors, and then those of the depths.
    private static List<PartShare> shares(RecordChain of) {
        List<Predicate<Step>> parts = new ArrayList<>();
        for (Actor it : Actor.values()) {
            parts.add(step -> step.actor() == it);
        }
        for (Step.Depth it : Step.Depth.values()) {
            parts.add(step -> step.depth(RecordChain.DEEP) == it);
        }
        return PartShare.ofEach(of, parts, DRAWS, SEED, LEVEL);
    }

    private List<StepsPayload> actors(
            RecordChain of, @Nullable LocalDate from, List<PartShare> shares) {
        List<Actor> actors = List.of(Actor.values());
        List<Optional<Attribution>> attributed = Attribution.ofEach(of, actors, DRAWS, SEED, LEVEL);
        return IntStream.range(0, actors.size())
                .mapToObj(i ->
                        steps(
                                of,
                                from,
                                actors.get(i).name(),
                                shares.get(i),
                                attributed
                                        .get(i)
                                        .map(it ->
                                                Estimates.of(
                                                        it.gainShare(),
                                                        it.range(),
                                                        LEVEL,
                                                        "DRAWN_CREDITS"))
                                        .orElse(null)))
                .toList();
    }

    private List<StepsPayload> depths(
            RecordChain of, @Nullable LocalDate from, List<PartShare> shares) {
        Step.Depth[] depths = Step.Depth.values();
        return IntStream.range(0, depths.length)
                .mapToObj(i ->
                        steps(
                                of,
                                from,
                                depths[i].name(),
                                shares.get(Actor.values().length + i),
                                null))
                .toList();
    }

    private StepsPayload steps(
            RecordChain of,
            @Nullable LocalDate from,
            String name,
            PartShare share,
            @Nullable EstimatePayload attributed) {
        return new StepsPayload(
                name,
                share.count(),
                Estimates.of(share.countShare(), share.countRange(), LEVEL, "WILSON"),
                share.gain(),
                of.total() == 0
                        ? null
                        : Estimates.of(
                                share.gainShare(),
                                share.gainRange().orElse(UNKNOWN),
                                LEVEL,
                                "BOOTSTRAP"),
                attributed,
                ahead(share.count(), from));
    }

    /// What a year may bring if the steps come independently, as often as from that day, or the
    /// ledger's first, until today.
    private ExpectedStepsPayload ahead(int count, @Nullable LocalDate from) {
        LocalDate begun = from == null ? rows.entries().getFirst().date() : from;
        long days = Math.max(0, ChronoUnit.DAYS.between(begun, stood.today()));
        StepsAhead ahead = StepsAhead.after(count, days);
        return new ExpectedStepsPayload(
                ahead.days(),
                ahead.expected(),
                ahead.low(),
                ahead.high(),
                StepsAhead.LEVEL,
                ahead.atLeastOne());
    }

    private RecordLawsPayload laws() {
        Map<String, String> reasons = new TreeMap<>();
        LinearFit jones = fit("elasticity", reasons, () -> RecordLaw.jones(chain, 0));
        LinearFit later = fit("elasticityLater", reasons, () -> RecordLaw.jones(chain, BEGINNING));
        LinearFit time = fit("halvingDays", reasons, () -> RecordLaw.time(chain, 0));
        LinearFit timeLater =
                fit("halvingDaysLater", reasons, () -> RecordLaw.time(chain, BEGINNING));
        LinearFit decay = fit("decay", reasons, () -> RecordLaw.stepDecay(chain, 0));
        LinearFit decayLater =
                fit("decayLater", reasons, () -> RecordLaw.stepDecay(chain, BEGINNING));
        if (jones == null) {
            reasons.put("beta", "there is no elasticity");
        }
        return new RecordLawsPayload(
                jones == null ? null : slope(jones),
                jones == null ? null : inverse(jones, 1),
                later == null ? null : slope(later),
                BEGINNING,
                time == null ? null : halving(time),
                timeLater == null ? null : halving(timeLater),
                decay == null ? null : slope(decay),
                decayLater == null ? null : slope(decayLater),
                reasons);
    }

    /// The line; null, with its reason, where too few steps leave it without an error, or it is
    /// flat.
    private static @Nullable LinearFit fit(
            String field, Map<String, String> reasons, Supplier<LinearFit> law) {
        try {
            LinearFit fit = law.get();
            fit.degrees();
            if (fit.slope() != 0) {
                return fit;
            }
            reasons.put(field, "the line is flat");
        } catch (IllegalArgumentException e) {
            reasons.put(field, "too few steps determine the line");
        }
        return null;
    }

    private static LawPayload slope(LinearFit fit) {
        return new LawPayload(
                Estimates.of(fit.slope(), fit.slopeRange(LEVEL), LEVEL, "OLS_T"),
                fit.r2(),
                fit.n());
    }

    private static LawPayload halving(LinearFit fit) {
        return new LawPayload(inverse(fit, LOG_2), fit.r2(), fit.n());
    }

    /// A number over the slope. Where the slope's interval holds 0 its reciprocal has no end on the
    /// far side.
    private static EstimatePayload inverse(LinearFit fit, double over) {
        Range slope = fit.slopeRange(LEVEL);
        double estimate = over / fit.slope();
        double one = over / slope.low();
        double other = over / slope.high();
        Range range =
                slope.low() <= 0 && slope.high() >= 0
                        ? fit.slope() > 0
                                ? new Range(other, Double.POSITIVE_INFINITY)
                                : new Range(Double.NEGATIVE_INFINITY, one)
                        : new Range(Math.min(one, other), Math.max(one, other));
        return Estimates.of(estimate, range, LEVEL, "OLS_T");
    }

    private List<RecordStepPayload> steps() {
        List<RecordStepPayload> steps = new ArrayList<>();
        double cumulative = 0;
        int record = -1;
        for (int row = 0; row < rows.entries().size(); row++) {
            Entry it = rows.entries().get(row);
            if (it.kind() == Entry.Kind.RETIMING) {
                continue;
            }
            record++;
            if (row == 0) {
                continue;
            }
            Entry before = rows.entries().get(row - 1);
            Step step = chain.steps().get(steps.size());
            cumulative += step.logGain();
            steps.add(
                    new RecordStepPayload(
                            it.id(),
                            it.date(),
                            it.actor().name(),
                            rows.results().get(record).subject().model(),
                            value(before),
                            value(it),
                            before.kind() == Entry.Kind.RETIMING,
                            step.logGain(),
                            cumulative,
                            step.depth(RecordChain.DEEP).name()));
        }
        return steps;
    }

    private double value(Entry it) {
        return stood.indicator().direction() == Direction.LOWER ? it.value() : 1 / it.value();
    }
}
