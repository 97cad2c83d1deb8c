package rubicon.simulator.scenario.arrivalhazard;

import static rubicon.simulator.scenario.Output.Shape.DAYS;
import static rubicon.simulator.scenario.Output.Shape.REAL;
import static rubicon.simulator.scenario.Output.Shape.WHOLE;

import java.util.List;
import rubicon.simulator.scenario.Output;

/// What the model `arrival-hazard` answers.
final class ArrivalOutputs {
    private static final String PROBABILITY = "probability";

    private ArrivalOutputs() {}

    static List<Output> all() {
        String anchors = "anchors";
        String dates = "dates";
        String curve = "curveDates";
        return List.of(
                Output.along(
                        anchors,
                        "hazards",
                        "1/year",
                        "Hazard up to each anchor, constant since the one before."),
                Output.along(
                        anchors,
                        "conditional",
                        PROBABILITY,
                        "That it happens up to this anchor if it has not by the one before."),
                one("weibullShape", "1", "k; above 1 the hazard rises with time."),
                one("weibullScale", "years", "η, years until 63 % are reached."),
                one(
                        "weibullMedian",
                        "years",
                        "Years from the statement until it is as likely as not."),
                Output.along(
                        dates, "stated", PROBABILITY, "As stated, with constant hazards between."),
                Output.along(
                        dates, "statedWeibull", PROBABILITY, "As stated, with a Weibull curve."),
                Output.along(
                        dates,
                        "afterSilence",
                        PROBABILITY,
                        "Since nothing happened, with constant hazards between."),
                Output.along(
                        dates,
                        "afterSilenceWeibull",
                        PROBABILITY,
                        "Since nothing happened, with a Weibull curve."),
                Output.along(
                        dates,
                        "now",
                        PROBABILITY,
                        "After silence and evidence, with constant hazards between."),
                Output.along(
                        dates,
                        "nowWeibull",
                        PROBABILITY,
                        "After silence and evidence, with a Weibull curve."),
                one("neverNow", PROBABILITY, "That it never happens, after silence."),
                one("neverNowWeibull", PROBABILITY, "The same with a Weibull curve."),
                one(
                        "hazardRatio",
                        "1",
                        "By what evidence multiplies every later hazard; above 1 it comes sooner."),
                one("hazardRatioWeibull", "1", "The same with a Weibull curve."),
                one("evidenceBits", "bit", "What all evidence says, after weights and cap."),
                Output.one(
                        "cappedQuarters",
                        "quarters",
                        WHOLE,
                        "Quarters whose evidence was cut to a factor of four on the odds."),
                one(
                                "medianYear",
                                "year",
                                "When it is as likely as not, after silence and evidence; infinite"
                                        + " if never.")
                        .from(2026),
                one("medianYearWeibull", "year", "The same with a Weibull curve.").from(2026),
                Output.one(curve, "date", DAYS, "Days along which the curves run."),
                Output.along(curve, "statedCurve", PROBABILITY, "As stated, constant hazards."),
                Output.along(curve, "statedCurveWeibull", PROBABILITY, "As stated, Weibull curve."),
                Output.along(
                        curve,
                        "nowCurve",
                        PROBABILITY,
                        "After silence and evidence, constant hazards."),
                Output.along(
                        curve,
                        "nowCurveWeibull",
                        PROBABILITY,
                        "After silence and evidence, Weibull curve."),
                one(
                        "score",
                        "1",
                        "Ranked probability score so far: over the dates that are past, by which"
                                + " it had not happened; 0 is best."),
                one("scoreWeibull", "1", "The same with a Weibull curve."),
                one("linearPool", PROBABILITY, "Weighted mean of the opinions."),
                one("geometricPool", PROBABILITY, "The same on the logarithm of their odds."),
                one(
                        "extremizedPool",
                        PROBABILITY,
                        "The same moved away from one half, for independent opinions."),
                one("medianPool", PROBABILITY, "The middle opinion."),
                one(
                        "opinionSpread",
                        "1",
                        "How far opinions are apart, as deviation of their log odds; above 1 is"
                                + " far."),
                one("eventRate", "1/year", "Expected events a year."),
                one("eventChance", PROBABILITY, "At least one event in the time ahead."));
    }

    private static Output one(String name, String unit, String meaning) {
        return Output.one(name, unit, REAL, meaning);
    }
}
