package rubicon.model.reference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import rubicon.model.scurve.Curve;
import rubicon.model.scurve.Improvement;
import rubicon.model.scurve.Phase;
import rubicon.model.scurve.Positions;
import rubicon.model.stats.Range;

/// Overlapping S-curves.
public final class SCurveOperations implements Operations {
    private static final Range NONE = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    @Override
    public Map<String, Operation> byName() {
        return Map.of(
                "scurve.evaluate", SCurveOperations::evaluate,
                "scurve.imminent", SCurveOperations::imminent,
                "scurve.iterate", SCurveOperations::iterate,
                "scurve.supercriticalInterval", SCurveOperations::supercritical,
                "scurve.positions", SCurveOperations::positions);
    }

    private static Object evaluate(Inputs in) {
        var reading = improvement(in).at(in.number("intelligence"), theta(in));
        return Map.of(
                "output", reading.output(),
                "slope", reading.slope(),
                "supercritical", reading.supercritical(),
                "steep", reading.steep(),
                "earlySteep", reading.count(Phase.EARLY_STEEP),
                "saturated", reading.count(Phase.SATURATED),
                "rows", reading.rows().stream().map(SCurveOperations::row).toList());
    }

    private static Object row(Improvement.Row row) {
        String phase =
                switch (row.phase()) {
                    case NOT_STARTED -> "not-started";
                    case EARLY_STEEP -> "early-steep";
                    case LATE_STEEP -> "late-steep";
                    case SATURATED -> "saturated";
                };
        return Map.of("s", row.share(), "gain", row.gained(), "slope", row.slope(), "phase", phase);
    }

    private static Object imminent(Inputs in) {
        var imminent =
                improvement(in).imminent(in.number("previous"), in.number("current"), theta(in));
        return Map.of(
                "pendingUplift",
                imminent.pending(),
                "imminentJumpIndex",
                // Of nothing that could be gained there is no share.
                improvement(in).curves().stream().allMatch(it -> it.weight() == 0)
                        ? Double.NaN
                        : imminent.index(),
                "newlySteep",
                imminent.newlySteep(),
                "remainingUplift",
                imminent.remaining());
    }

    private static Object iterate(Inputs in) {
        var path =
                improvement(in)
                        .iterate(
                                in.number("drift", 0),
                                in.number("start"),
                                (int) in.integer("generations"));
        return Map.of(
                "intelligence", path.intelligence(),
                "largestStep", path.largestStep(),
                "largestStepGeneration", path.generation());
    }

    private static Object supercritical(Inputs in) {
        Curve curve = curve(in);
        Range where = curve.supercritical().orElse(NONE);
        return Map.of(
                "maxSlope", curve.greatestSlope(),
                "supercriticalLow", where.equals(NONE) ? Double.NaN : where.low(),
                "supercriticalHigh", where.equals(NONE) ? Double.NaN : where.high());
    }

    private static Object positions(Inputs in) {
        List<Double> gains = boxed(in.numbers("gains"));
        Inputs marks = in.object("positions");
        SortedMap<String, Positions> years = new TreeMap<>();
        for (Object year : marks.fields().keySet()) {
            years.put(
                    year.toString(),
                    Positions.of(
                            boxed(marks.numbers(year.toString())),
                            in.number("kappa", Positions.KAPPA),
                            gains,
                            theta(in)));
        }
        SortedMap<String, Object> read = new TreeMap<>();
        years.forEach((year, it) -> {
            SortedMap<String, Object> fields = new TreeMap<>();
            fields.put("s", it.shares());
            fields.put("steep", it.steep());
            fields.put("earlySteep", it.earlySteep());
            fields.put("aggregateGain", it.aggregateGain());
            fields.put("meanNormalisedSlope", it.meanNormalisedSlope());
            SortedMap<String, Positions> earlier = years.headMap(year);
            if (!earlier.isEmpty()) {
                Positions before = earlier.sequencedValues().getLast();
                fields.put("pendingUplift", it.pendingSince(before, gains));
            }
            read.put(year, fields);
        });
        return read;
    }

    private static Improvement improvement(Inputs in) {
        return new Improvement(
                in.objects("categories").stream().map(SCurveOperations::curve).toList(),
                in.number("baseline", 0));
    }

    private static Curve curve(Inputs in) {
        return new Curve(
                in.number("gain"), in.number("k"), in.number("m"), in.number("overlap", 1));
    }

    private static double theta(Inputs in) {
        return in.number("theta", Phase.STEEP);
    }

    private static List<Double> boxed(double[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
