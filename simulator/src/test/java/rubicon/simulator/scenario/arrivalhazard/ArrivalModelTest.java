package rubicon.simulator.scenario.arrivalhazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import rubicon.model.arrival.Anchor;
import rubicon.model.arrival.ArrivalCurve;
import rubicon.model.arrival.PiecewiseHazard;
import rubicon.simulator.scenario.Evaluated;
import rubicon.simulator.scenario.Value;

class ArrivalModelTest {
    private static final LocalDate KNOWN = LocalDate.of(2026, 11, 20);
    private static final LocalDate END_2027 = LocalDate.of(2027, 12, 31);
    private static final LocalDate END_2028 = LocalDate.of(2028, 12, 31);

    private final ArrivalModel model = new ArrivalModel();

    /// Clark's two numbers, and what they imply: hazards .2149761 and .5584690, .4285714 in 2028 if
    /// not by 2027, .1110502 or .0382 by 2026-11-20, and after silence .213 and .550 (.272, .584).
    @Test
    void byDefaultItIsTheEssay() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.reals("hazards").get(0)).isCloseTo(0.2149761, within(1e-7));
        assertThat(run.reals("hazards").get(1)).isCloseTo(0.5584690, within(1e-7));
        assertThat(run.reals("conditional").get(1)).isCloseTo(3.0 / 7, within(1e-12));
        assertThat(run.reals("stated").get(0)).isCloseTo(0.1110502, within(1e-7));
        assertThat(run.reals("stated").get(1)).isCloseTo(0.3, within(1e-12));
        assertThat(run.reals("stated").get(2)).isCloseTo(0.6, within(1e-12));
        assertThat(run.reals("statedWeibull").get(0)).isCloseTo(0.0382, within(5e-5));
        assertThat(run.reals("afterSilence").get(0)).isZero();
        assertThat(run.reals("afterSilence").get(1)).isCloseTo(0.213, within(5e-4));
        assertThat(run.reals("afterSilence").get(2)).isCloseTo(0.550, within(5e-4));
        assertThat(run.reals("afterSilenceWeibull").get(1)).isCloseTo(0.272, within(5e-4));
        assertThat(run.reals("afterSilenceWeibull").get(2)).isCloseTo(0.584, within(5e-4));
        assertThat(run.real("weibullShape")).isCloseTo(1.99695, within(5e-6));
        assertThat(run.real("weibullScale")).isCloseTo(2.78028, within(5e-6));
        assertThat(run.real("weibullMedian")).isCloseTo(2.31409, within(5e-6));
        assertThat(run.real("neverNow")).isZero();
        assertThat(run.real("hazardRatio")).isCloseTo(1, within(1e-12));
    }

    /// Oracle: the model's own conditioning of a tabulated curve.
    @Test
    void aThirdWhoDoubtItGainBySilence() {
        double cure = 0.2;
        var run = Evaluated.of(model, Map.of("cure", new Value.Real(cure)));
        var curve = new TreeMap<LocalDate, Double>();
        var hazard = clark();
        for (LocalDate date : List.of(KNOWN, END_2027, END_2028)) {
            curve.put(date, hazard.by(date));
        }
        var silent = new ArrivalCurve(curve, cure).survived(KNOWN);
        assertThat(run.reals("afterSilence").get(1))
                .isCloseTo(silent.by().getOrDefault(END_2027, 0.0), within(1e-12));
        assertThat(run.reals("afterSilence").get(2))
                .isCloseTo(silent.by().getOrDefault(END_2028, 0.0), within(1e-12));
        assertThat(run.real("neverNow")).isCloseTo(silent.never(), within(1e-12));
        assertThat(run.reals("stated").get(2)).isCloseTo(0.8 * 0.6, within(1e-12));
    }

    @Test
    void silenceUntilTheStatementTellsNothing() {
        var run =
                Evaluated.of(model, Map.of("survivedTo", new Value.Day(LocalDate.of(2026, 5, 4))));
        for (int i = 0; i < 3; i++) {
            assertThat(run.reals("afterSilence").get(i))
                    .isCloseTo(run.reals("stated").get(i), within(1e-15));
        }
    }

    /// Oracle: the model's curve with every hazard from the day known multiplied.
    @Test
    void evidenceMultipliesEveryLaterHazard() {
        var run = Evaluated.of(model, Map.of("evidence", evidence(piece("metr", 8, 10, 3))));
        double ratio = run.real("hazardRatio");
        assertThat(ratio).isGreaterThan(1);
        PiecewiseHazard moved = clark().multiplied(ratio, KNOWN);
        double gone = clark().by(KNOWN);
        assertThat(run.reals("now").get(2))
                .isCloseTo((moved.by(END_2028) - gone) / (1 - gone), within(1e-12));
        // The next anchor's odds are moved by exactly what was said.
        double before = run.reals("afterSilence").get(1);
        double after = run.reals("now").get(1);
        assertThat(after / (1 - after)).isCloseTo(3 * before / (1 - before), within(1e-9));
        assertThat(run.reals("nowCurve")).isSorted();
    }

    @Test
    void evidenceOfOneIsNone() {
        var none = Evaluated.of(model, Map.of());
        var one = Evaluated.of(model, Map.of("evidence", evidence(piece("metr", 8, 10, 1))));
        assertThat(one.reals("now").get(2))
                .isCloseTo(none.reals("afterSilence").get(2), within(1e-12));
        assertThat(one.real("evidenceBits")).isZero();
    }

    @Test
    void theSameNewsTwiceIsOnePiece() {
        var once = Evaluated.of(model, Map.of("evidence", evidence(piece("metr", 8, 10, 2))));
        var twice =
                Evaluated.of(
                        model,
                        Map.of(
                                "evidence",
                                evidence(piece("metr", 8, 10, 2), piece("metr", 9, 1, 2))));
        assertThat(twice.real("evidenceBits")).isCloseTo(1, within(1e-12));
        assertThat(twice.reals("now")).isEqualTo(once.reals("now"));
    }

    @Test
    void aQuarterMovesTheOddsByFourAtMost() {
        var one = Evaluated.of(model, Map.of("evidence", evidence(piece("a", 8, 10, 500))));
        assertThat(one.real("evidenceBits")).isCloseTo(2, within(1e-12));
        assertThat(one.real("cappedQuarters")).isEqualTo(1);
        var two =
                Evaluated.of(
                        model,
                        Map.of("evidence", evidence(piece("a", 8, 10, 500), piece("b", 10, 2, 3))));
        assertThat(two.real("evidenceBits"))
                .isCloseTo(2 + Math.log(3) / Math.log(2), within(1e-12));
        assertThat(two.real("cappedQuarters")).isEqualTo(1);
    }

    @Test
    void theMedianIsWhereTheCurvePassesOneHalf() {
        var run = Evaluated.of(model, Map.of());
        assertThat(run.real("medianYear")).isBetween(2028.0, 2029.0);
        assertThat(Evaluated.of(model, Map.of("cure", new Value.Real(0.6))).real("medianYear"))
                .isInfinite();
    }

    /// Oracle: by hand. Only 2026-11-20 is past, so the score is .1110502².
    @Test
    void theScoreCountsDatesThatArePast() {
        assertThat(Evaluated.of(model, Map.of()).real("score"))
                .isCloseTo(0.11105019106 * 0.11105019106, within(1e-10));
        var early =
                Evaluated.of(model, Map.of("survivedTo", new Value.Day(LocalDate.of(2026, 6, 1))));
        assertThat(early.reason("score")).contains("past");
    }

    @Test
    void anchorsThatDoNotRiseAreNamedNotReckonedWith() {
        var run = Evaluated.of(model, Map.of("anchors", anchors(END_2027, 0.6, END_2028, 0.3)));
        assertThat(run.reason("now")).startsWith("needs anchors that rise");
        assertThat(run.reason("nowCurveWeibull")).startsWith("needs anchors that rise");
        assertThat(run.real("linearPool")).isCloseTo(0.35, within(1e-12));
    }

    @Test
    void oneAnchorMakesOneCurve() {
        var run =
                Evaluated.of(
                        model, Map.of("anchors", new Value.Table(List.of(anchor(END_2027, 0.3)))));
        assertThat(run.reals("stated").get(1)).isCloseTo(0.3, within(1e-12));
        assertThat(run.reason("weibullShape")).isEqualTo("needs two anchors");
        assertThat(run.reason("nowWeibull")).isEqualTo("needs two anchors");
    }

    @Test
    void longSilenceRefutesWhoNeverDoubted() {
        Value late = new Value.Day(LocalDate.of(2100, 1, 1));
        assertThat(Evaluated.of(model, Map.of("survivedTo", late)).reason("now"))
                .contains("chance of silence");
        var doubt = Evaluated.of(model, Map.of("survivedTo", late, "cure", new Value.Real(0.01)));
        assertThat(doubt.real("neverNow")).isCloseTo(1, within(1e-12));
        assertThat(doubt.real("medianYear")).isInfinite();
    }

    private static PiecewiseHazard clark() {
        return PiecewiseHazard.through(
                LocalDate.of(2026, 5, 4),
                List.of(new Anchor(END_2027, 0.3), new Anchor(END_2028, 0.6)));
    }

    private static Value anchors(LocalDate near, double early, LocalDate far, double late) {
        return new Value.Table(List.of(anchor(near, early), anchor(far, late)));
    }

    private static Map<String, Value> anchor(LocalDate by, double probability) {
        return Map.of("by", new Value.Day(by), "probability", new Value.Real(probability));
    }

    private static Value evidence(Map<String, Value> one) {
        return new Value.Table(List.of(one));
    }

    private static Value evidence(Map<String, Value> one, Map<String, Value> other) {
        return new Value.Table(List.of(one, other));
    }

    private static Map<String, Value> piece(String family, int month, int day, double ratio) {
        return Map.of(
                "name", new Value.Text("something seen"),
                "family", new Value.Text(family),
                "on", new Value.Day(LocalDate.of(2026, month, day)),
                "likelihoodRatio", new Value.Real(ratio));
    }
}
