package rubicon.simulator.scenario.arrivalhazard;

import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.AHEAD;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.ANCHORS;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.BY;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.CURE;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.DATES;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.END;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.EVENTS;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.EVENT_SHAPE;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.EVENT_TIME;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.EVIDENCE;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.EXPOSURE;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.EXTREMIZE;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.FAMILY;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.OPINIONS;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.PROBABILITY_BY;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.RATIO;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.SAYS;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.SEEN_ON;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.STATED_ON;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.SURVIVED_TO;
import static rubicon.simulator.scenario.arrivalhazard.ArrivalDescription.WEIGHT;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import rubicon.model.arrival.Anchor;
import rubicon.model.arrival.ArrivalCurve;
import rubicon.model.arrival.GammaPoisson;
import rubicon.model.arrival.PiecewiseHazard;
import rubicon.model.arrival.Pool;
import rubicon.model.arrival.WeibullArrival;
import rubicon.simulator.scenario.Answers;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Dates;
import rubicon.simulator.scenario.Description;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Value;

/// The scenario `arrival-hazard`: two curves through what was stated, what silence and evidence
/// leave of them, several opinions as one, and the rate of events that were counted.
public final class ArrivalModel implements ScenarioModel {
    private static final int CURVE_STEPS = 160;
    private static final int FARTHEST_YEAR = 2500;
    private static final String[] WEIBULL = {"weibullShape", "weibullScale", "weibullMedian"};
    private static final List<String> VIEW =
            List.of(
                    "hazardRatio",
                    "stated",
                    "afterSilence",
                    "now",
                    "neverNow",
                    "medianYear",
                    "statedCurve",
                    "nowCurve",
                    "score");

    @Override
    public Description description() {
        return ArrivalDescription.DESCRIPTION;
    }

    @Override
    public Map<String, Value> evaluate(Assignment given) {
        var answers = new Answers();
        curves(given, answers);
        pool(given, answers);
        var rate =
                new GammaPoisson(given.real(EVENT_SHAPE), given.real(EVENT_TIME))
                        .after(given.real(EVENTS), given.real(EXPOSURE));
        answers.put("eventRate", rate.rate());
        answers.put("eventChance", rate.atLeastOne(given.real(AHEAD)));
        return answers.complete(description());
    }

    private static void curves(Assignment given, Answers answers) {
        LocalDate start = given.day(STATED_ON);
        List<Anchor> anchors =
                given.rows(ANCHORS).stream()
                        .map(it -> new Anchor(it.day(BY), it.real(PROBABILITY_BY)))
                        .toList();
        List<LocalDate> curve = Dates.grid(given.day(STATED_ON), given.day(END), CURVE_STEPS);
        answers.put("curveDates", new Value.Days(curve));
        if (!rise(start, anchors)) {
            String reason =
                    "needs anchors that rise in date and probability, the first after the"
                            + " statement";
            answers.undefined(reason, "hazards", "conditional");
            answers.undefined(reason, WEIBULL);
            undefined(reason, "", answers);
            undefined(reason, "Weibull", answers);
            return;
        }
        var piecewise = PiecewiseHazard.through(start, anchors);
        answers.put("hazards", piecewise.perYear());
        answers.put("conditional", piecewise.conditional());
        view(given, "", anchors, piecewise::by, curve, answers);
        if (anchors.size() == 1) {
            answers.undefined("needs two anchors", WEIBULL);
            undefined("needs two anchors", "Weibull", answers);
            return;
        }
        var weibull = WeibullArrival.through(start, anchors.getFirst(), anchors.getLast());
        answers.put("weibullShape", weibull.shape());
        answers.put("weibullScale", weibull.scaleYears());
        answers.put("weibullMedian", weibull.medianYears());
        view(given, "Weibull", anchors, weibull::by, curve, answers);
    }

    /// What one shape of the curve says.
    ///
    /// @param suffix of its outputs' names
    private static void view(
            Assignment given,
            String suffix,
            List<Anchor> anchors,
            ToDoubleFunction<LocalDate> shape,
            List<LocalDate> curve,
            Answers answers) {
        LocalDate survivedTo = given.day(SURVIVED_TO);
        double cure = given.real(CURE);
        var silent = new Belief(shape, cure, survivedTo, 1);
        if (!silent.isPossible()) {
            undefined("needs anchors that leave a chance of silence until then", suffix, answers);
            return;
        }
        LocalDate ahead =
                anchors.stream()
                        .map(Anchor::by)
                        .filter(it -> it.isAfter(survivedTo))
                        .findFirst()
                        .orElse(survivedTo.plusYears(1));
        var said =
                Said.of(
                        given.rows(EVIDENCE).stream()
                                .map(it ->
                                        new Said.Piece(
                                                it.text(FAMILY), it.day(SEEN_ON), it.real(RATIO)))
                                .toList());
        double ratio = said.hazardRatio(silent.ifEver(ahead));
        var now = new Belief(shape, cure, survivedTo, ratio);
        List<LocalDate> dates = given.rows(DATES).stream().map(it -> it.day(BY)).toList();
        answers.put("hazardRatio" + suffix, ratio);
        answers.put("stated" + suffix, along(dates, silent::asStated));
        answers.put("afterSilence" + suffix, along(dates, silent::now));
        answers.put("now" + suffix, along(dates, now::now));
        answers.put("neverNow" + suffix, now.neverNow());
        answers.put("medianYear" + suffix, medianYear(now, survivedTo));
        answers.put("statedCurve" + suffix, along(curve, silent::asStated));
        answers.put("nowCurve" + suffix, along(curve, now::now));
        answers.put("score" + suffix, score(dates, survivedTo, silent));
        answers.put("evidenceBits", said.bits());
        answers.put("cappedQuarters", new Value.Whole(said.cappedQuarters()));
    }

    private static void undefined(String reason, String suffix, Answers answers) {
        VIEW.forEach(name -> answers.undefined(reason, name + suffix));
        answers.undefined(reason, "evidenceBits", "cappedQuarters");
    }

    private static boolean rise(LocalDate start, List<Anchor> anchors) {
        LocalDate date = start;
        double probability = 0;
        for (Anchor anchor : anchors) {
            if (!anchor.by().isAfter(date) || anchor.probability() <= probability) {
                return false;
            }
            date = anchor.by();
            probability = anchor.probability();
        }
        return true;
    }

    /// First day by whose end it is as likely as not, as decimal year.
    private static double medianYear(Belief now, LocalDate survivedTo) {
        long low = survivedTo.toEpochDay();
        long high = LocalDate.of(FARTHEST_YEAR, 1, 1).toEpochDay();
        if (now.now(LocalDate.ofEpochDay(high)) < 0.5) {
            return Double.POSITIVE_INFINITY;
        }
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (now.now(LocalDate.ofEpochDay(middle)) < 0.5) {
                low = middle;
            } else {
                high = middle;
            }
        }
        LocalDate day = LocalDate.ofEpochDay(high);
        return day.getYear() + (double) day.getDayOfYear() / day.lengthOfYear();
    }

    private static Value score(List<LocalDate> dates, LocalDate until, Belief stated) {
        SortedMap<LocalDate, Double> by = new TreeMap<>();
        dates.forEach(date -> by.put(date, stated.asStated(date)));
        return by.firstKey().isAfter(until)
                ? new Value.Undefined("needs a date that is past")
                : new Value.Real(new ArrivalCurve(by, 0).scoreSilent(until).rps());
    }

    private static void pool(Assignment given, Answers answers) {
        var rows = given.rows(OPINIONS);
        var pool =
                Pool.of(
                        rows.stream().map(it -> it.real(SAYS)).toList(),
                        rows.stream().map(it -> it.real(WEIGHT)).toList(),
                        given.real(EXTREMIZE));
        answers.put("linearPool", pool.linear());
        answers.put("geometricPool", pool.geometricOdds());
        answers.put("extremizedPool", pool.extremized());
        answers.put("medianPool", pool.median());
        answers.put("opinionSpread", pool.logOddsSd());
    }

    private static List<Double> along(List<LocalDate> dates, ToDoubleFunction<LocalDate> by) {
        return dates.stream().map(by::applyAsDouble).toList();
    }
}
