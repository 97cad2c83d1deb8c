package rubicon.model.reference;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import rubicon.model.arrival.Anchor;
import rubicon.model.arrival.ArrivalCurve;
import rubicon.model.arrival.EvidenceUpdate;
import rubicon.model.arrival.GammaPoisson;
import rubicon.model.arrival.PiecewiseHazard;
import rubicon.model.arrival.Pool;
import rubicon.model.arrival.WeibullArrival;

/// Arrival: hazards, silence, evidence, pools, rates, scores.
public final class ArrivalOperations implements Operations {
    @Override
    public Map<String, Operation> byName() {
        return Map.of(
                "hazard.piecewise", ArrivalOperations::piecewise,
                "hazard.weibull", ArrivalOperations::weibull,
                "hazard.condition", ArrivalOperations::condition,
                "evidence.update", ArrivalOperations::update,
                "evidence.normalLr",
                        in ->
                                Map.of(
                                        "lr",
                                        EvidenceUpdate.normalRatio(
                                                in.number("y"),
                                                in.number("muFast"),
                                                in.number("muSlow"),
                                                in.number("sigma"))),
                "pool", ArrivalOperations::pool,
                "gammaPoisson", ArrivalOperations::gammaPoisson,
                "score.rpsDate", ArrivalOperations::score);
    }

    private static Object piecewise(Inputs in) {
        var hazard = PiecewiseHazard.through(in.date("start"), anchors(in));
        return Map.of(
                "hazardPerYear", hazard.perYear(),
                "conditional", hazard.conditional(),
                "cdf", at(in, hazard::by));
    }

    private static Object weibull(Inputs in) {
        List<Anchor> anchors = anchors(in);
        var weibull =
                WeibullArrival.through(in.date("start"), anchors.getFirst(), anchors.getLast());
        return Map.of(
                "shape", weibull.shape(),
                "scaleYears", weibull.scaleYears(),
                "medianYears", weibull.medianYears(),
                "cdf", at(in, weibull::by));
    }

    private static List<Anchor> anchors(Inputs in) {
        List<Anchor> anchors =
                in.objects("anchors").stream()
                        .map(it -> new Anchor(it.date("date"), it.number("p")))
                        .toList();
        if (anchors.isEmpty()) {
            throw new IllegalArgumentException("anchors is empty");
        }
        return anchors;
    }

    private static Map<String, Double> at(Inputs in, ToDoubleFunction<LocalDate> by) {
        SortedMap<String, Double> read = new TreeMap<>();
        if (in.has("query")) {
            in.texts("query")
                    .forEach(date -> read.put(date, by.applyAsDouble(LocalDate.parse(date))));
        }
        return read;
    }

    private static Object condition(Inputs in) {
        var posterior = curve(in).survived(in.date("survivedTo"));
        SortedMap<String, Double> by = new TreeMap<>();
        posterior.by().forEach((date, p) -> by.put(date.toString(), p));
        return Map.of("posterior", by, "cure", posterior.never());
    }

    private static ArrivalCurve curve(Inputs in) {
        Inputs cdf = in.object("cdf");
        SortedMap<LocalDate, Double> by = new TreeMap<>();
        for (Object date : cdf.fields().keySet()) {
            by.put(LocalDate.parse(date.toString()), cdf.number(date.toString()));
        }
        return new ArrivalCurve(by, in.number("cure", 0));
    }

    private static Object update(Inputs in) {
        var update =
                EvidenceUpdate.of(
                        in.number("prior"),
                        in.objects("evidence").stream()
                                .map(it ->
                                        new EvidenceUpdate.Piece(
                                                it.number("lr"), it.number("weight", 1)))
                                .toList());
        return Map.of(
                "posterior", update.posterior(),
                "hazardRatio", update.hazardRatio(),
                "bits", update.bits());
    }

    private static Object pool(Inputs in) {
        List<Double> probabilities = Arrays.stream(in.numbers("p")).boxed().toList();
        var pool =
                Pool.of(
                        probabilities,
                        in.has("weights")
                                ? Arrays.stream(in.numbers("weights")).boxed().toList()
                                : Collections.nCopies(probabilities.size(), 1.0),
                        in.number("extremize", Pool.EXTREMIZE));
        return Map.of(
                "linear", pool.linear(),
                "geometricOdds", pool.geometricOdds(),
                "extremized", pool.extremized(),
                "median", pool.median(),
                "logOddsSd", pool.logOddsSd());
    }

    private static Object gammaPoisson(Inputs in) {
        var rate =
                new GammaPoisson(in.number("a"), in.number("b"))
                        .after(in.number("events"), in.number("exposure"));
        return Map.of("rate", rate.rate(), "pAtLeastOne", rate.atLeastOne(in.number("ahead")));
    }

    private static Object score(Inputs in) {
        LocalDate outcome = in.date("outcome");
        var score =
                in.flag("censored", false)
                        ? curve(in).scoreSilent(outcome)
                        : curve(in).scoreHappened(outcome);
        return Map.of("rps", score.rps(), "bins", score.dates());
    }
}
