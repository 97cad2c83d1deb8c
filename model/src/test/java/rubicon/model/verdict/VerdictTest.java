package rubicon.model.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.stats.Range;
import rubicon.model.verdict.Findings.Silence;
import rubicon.model.verdict.Findings.Slopes;

class VerdictTest {
    /// One row a rule: slope, earlier slope, change; expected word.
    @ParameterizedTest
    @CsvSource({
        "1, 2, 1, .1, .5, ACCELERATING",
        "1, 2, 1, -.8, -.1, SLOWING",
        "1, 2, 1.5, -.4, .4, STEADY",
        "1, 2, 1.5, -.4, .6, INCONCLUSIVE",
        "-2, -1, -1, -9, 9, DECLINING",
        "-1, 1, .2, -.8, -.1, SLOWING",
        "-1, 1, .2, .1, .9, INCONCLUSIVE",
        "-1, 1, 3, -.1, .1, INCONCLUSIVE"
    })
    void theIntervalsOfTheSlopesDecide(
            double low, double high, double earlier, double from, double to, Word word) {
        var slopes = new Slopes(new Range(low, high), earlier, new Range(from, to));
        assertThat(Verdict.of(findings(12, 700, 10, Optional.empty(), slopes)).word())
                .isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "12, 700, 10, .95, SATURATED",
        "12, 700, 999, .95, SATURATED",
        "2, 7, 10, .95, SATURATED",
        "12, 700, 91, .94, STALE",
        "2, 7, 91, .5, STALE",
        "5, 700, 90, .5, TOO_EARLY",
        "6, 179, 90, .5, TOO_EARLY",
        "6, 180, 90, .5, ACCELERATING"
    })
    void theRulesAreAskedInOrder(
            int points, double span, double age, double saturation, Word word) {
        assertThat(
                        Verdict.of(
                                        findings(
                                                points,
                                                span,
                                                age,
                                                Optional.of(new Range(saturation, 1)),
                                                RISING))
                                .word())
                .isEqualTo(word);
    }

    @Test
    void withoutALineItIsTooEarly() {
        var verdict =
                Verdict.of(
                        new Findings(
                                9,
                                300,
                                1,
                                90,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
        assertThat(verdict).isEqualTo(new Verdict(Word.TOO_EARLY, "no line could be fitted"));
    }

    @Test
    void theReasonGivesTheNumbersThatDecided() {
        assertThat(Verdict.of(findings(12, 700, 10, Optional.empty(), RISING)).reason())
                .isEqualTo("slope 1 to 2.5 a year, later less earlier 0.1234 to 0.5");
        assertThat(Verdict.of(findings(3, 700, 10, Optional.empty(), RISING)).reason())
                .isEqualTo("3 points over 700 days; 6 over 180 are needed");
    }

    /// With m gaps known a longer one than k of their means has the chance (1 + k/m)^-m: below .05
    /// from 4.103 with five of them, from 3.369 with thirteen, from ln 20 with any number.
    @ParameterizedTest
    @CsvSource({
        "4.10, 5, ACCELERATING",
        "4.11, 5, SLOWING",
        "3.36, 13, ACCELERATING",
        "3.38, 13, SLOWING",
        "2.99, 1000000, ACCELERATING",
        "3.00, 1000000, SLOWING"
    })
    void noRecordForLongIsSlowing(double meanGaps, int gaps, Word word) {
        assertThat(Verdict.of(after(meanGaps, gaps, RISING)).word()).isEqualTo(word);
    }

    @Test
    void silenceIsToldWithWhatTheSlopesSaid() {
        assertThat(Verdict.of(after(5, 9, RISING)).reason())
                .isEqualTo(
                        "no record for 500 days, 5 mean gaps, though 7 results came since;"
                                + " until then slope 1 to 2.5 a year, later less earlier 0.1234 to 0.5");
    }

    @Test
    void silenceOverrulesSteadyButNoOtherWord() {
        var steady = new Slopes(new Range(1, 2), 1.5, new Range(-.4, .4));
        var open = new Slopes(new Range(1, 2), 1.5, new Range(-9, 9));
        assertThat(Verdict.of(after(5, 9, steady)).word()).isEqualTo(Word.SLOWING);
        assertThat(Verdict.of(after(5, 9, open)).word()).isEqualTo(Word.INCONCLUSIVE);
    }

    private static Findings after(double meanGaps, int gaps, Slopes slopes) {
        return new Findings(
                12,
                700,
                10,
                90,
                Optional.empty(),
                Optional.of(new Silence(100 * meanGaps, 100, gaps, 7)),
                Optional.of(slopes));
    }

    /// Whatever the numbers are, there is exactly one word, and turning the scale round never calls
    /// the same series both accelerating and declining.
    @Test
    void everyFindingHasAWord() {
        var random = new Random(20261121);
        for (int i = 0; i < 2000; i++) {
            double slope = random.nextGaussian();
            double half = random.nextDouble();
            double change = random.nextGaussian();
            double reach = random.nextDouble();
            var slopes =
                    new Slopes(
                            new Range(slope - half, slope + half),
                            slope - change / 2,
                            new Range(change - reach, change + reach));
            Word word = Verdict.of(findings(12, 700, 10, Optional.empty(), slopes)).word();
            assertThat(word).isNotIn(Word.SATURATED, Word.STALE, Word.TOO_EARLY);
            assertThat(word == Word.ACCELERATING && slope < 0).isFalse();
        }
    }

    private static final Slopes RISING = new Slopes(new Range(1, 2.5), 1, new Range(0.12344, 0.5));

    private static Findings findings(
            int points, double span, double age, Optional<Range> saturation, Slopes slopes) {
        return new Findings(
                points, span, age, 90, saturation, Optional.empty(), Optional.of(slopes));
    }
}
