package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.JumpsPayload.JumpSeriesPayload;
import rubicon.model.wire.ShapesPayload;
import rubicon.ui.testing.Analyses;

class AnalysisWordsTest {
    @Test
    void aVerdictNamesWhatItRestsOn() {
        ShapesPayload told = Analyses.shapes("any");
        assertThat(ShapeWords.verdict(told))
                .startsWith("The data cannot tell. Still possible: exp");
        assertThat(ShapeWords.verdict(with(told, "PREFERRED", List.of("SATURATING"), 13, Map.of())))
                .isEqualTo(
                        "Saturating: it forecasts better than every other shape (13 dates held out, of 20 values).");
        assertThat(
                        ShapeWords.verdict(
                                with(
                                        told,
                                        "CANNOT_TELL",
                                        List.of("EXPONENTIAL", "SATURATING"),
                                        3,
                                        Map.of("verdict", "3 dates could be held out"))))
                .isEqualTo("The data cannot tell the shapes apart: 3 dates could be held out.");
    }

    @Test
    void aComparisonThatTellsNothingSaysSo() {
        var told = Analyses.comparison("any", "A", "B");
        assertThat(HorizonWords.comparison(told)).startsWith("A does better than B: +12.3 points");
    }

    @Test
    void aLedgerSaysWhoGainedWhat() {
        var ledger = Analyses.ledger("any", LocalDate.of(2025, 11, 20));
        assertThat(RecordLedgerWords.headline(Objects.requireNonNull(ledger.all())))
                .contains("4 steps", "AI made 2 of them and 54.0 %", "1 deep step (a single idea")
                .endsWith("1 step is a bundle of several edits: neither deep nor shallow.");
        assertThat(RecordLedgerWords.laws(ledger)).contains("to the power of 1.32 (95 %: 1.25 to");
    }

    @Test
    void aRateThatDidNotChangeIsNotToldAsAChange() {
        var series = Analyses.jumps("any").series().getFirst();
        assertThat(JumpWords.changes(series))
                .contains("20.0 a year up to 1 Sep 2025", "from 4 Jan 2025 on", "just now: 0.12");
    }

    @Test
    void anAlarmIsAHintAndSaysHowOftenItIsFalse() {
        JumpSeriesPayload it = Analyses.jumps("any").series().getFirst();
        LocalDate day = LocalDate.of(2025, 3, 1);
        var alarmed =
                new JumpSeriesPayload(
                        it.start(),
                        it.results(),
                        it.records(),
                        it.first(),
                        it.last(),
                        it.generations(),
                        it.rate(),
                        it.bold(),
                        it.segments(),
                        it.recentChange(),
                        List.of(day),
                        it.falls(),
                        it.reasons());
        assertThat(JumpWords.changes(alarmed))
                .contains(
                        "A hint that steps had become larger than in the first half by 1 Mar 2025;")
                .contains("about 5 % of series that did not change")
                .doesNotContain("Steps had become");
    }

    @Test
    void theDayOfAChangeHasItsInterval() {
        assertThat(ShapeWords.parameters(Analyses.shapes("any").shapes().get(2), "min"))
                .isEqualTo("changed on 5 Dec 2024 (14 Mar 2023 to 5 Feb 2026)");
    }

    private static ShapesPayload with(
            ShapesPayload it,
            String verdict,
            List<String> possible,
            int heldOut,
            Map<String, String> reasons) {
        return new ShapesPayload(
                it.indicator(),
                it.unit(),
                it.asOf(),
                it.reading(),
                it.today(),
                it.from(),
                it.to(),
                it.points(),
                verdict,
                possible,
                heldOut,
                it.leastHeldOut(),
                it.shapes(),
                it.slopeChange(),
                it.floor(),
                it.ceiling(),
                reasons);
    }
}
