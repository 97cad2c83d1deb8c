package rubicon.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
import rubicon.model.wire.SubjectPayload;

final class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest(name = "{1} beside {0} reads {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "100 h | 100 hours, named by a forecaster | named by a forecaster",
                "8 h | a working day | a working day",
                "100 h | 1000 hours, named by a forecaster | 1000 hours, named by a forecaster",
                "100 h | 100 models | 100 models",
                "100 h | 100 hours | ''",
                "30 % | 30 % by the end of 2027 | 30 % by the end of 2027",
            })
    void aLabelDoesNotRepeatTheValueThatItStandsBeside(
            String value, String label, String expected) {
        assertThat(Formats.beside(value, label)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} {1} reads {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "718.80683 | min | 12.0 h",
                "3.987428 | min | 4.0 min",
                "38.83 | min | 39 min",
                "59.4 | min | 59 min",
                "60 | min | 1.0 h",
                "3949.8 | min | 65.8 h",
                "6000 | min | 100 h",
                "0.581256 | min | 35 s",
                "0.05 | min | 3.0 s",
                "74.4 | % resolved | 74.4 % resolved",
                "0.789 | share | 78.9 %",
                "0.3 | probability | 30.0 %",
                "168 | count | 168",
                "2.5 | count | 2.50",
                "2027.5 | decimal year | 2027.5",
                "1 | status | gray zone",
                "0.46 | USD per task | $0.46 per task",
                "12345.6 | points | 12,346 points",
            })
    void valueReadsWithItsUnit(double value, String unit, String expected) {
        assertThat(Formats.value(value, unit)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "the line {0} {1} reads {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "480 | min | 8 h",
                "6000 | min | 100 h",
                "90 | min | 1.5 h",
                "95 | % resolved | 95 % resolved",
                "3 | points | 3 points",
                "1.05 | points | 1.05 points",
                "10200 | points | 10,200 points",
            })
    void aChosenLineIsWrittenWithoutTheDecimalOfAMeasurement(
            double value, String unit, String expected) {
        assertThat(Formats.line(value, unit)).isEqualTo(expected);
    }

    @Test
    void exactValueKeepsEveryDigitOfTheSource() {
        assertThat(Formats.exact(718.80683, "min")).isEqualTo("718.80683 min");
        assertThat(Formats.exact(870.0, "min")).isEqualTo("870 min");
    }

    @Test
    void intervalNamesItsOpenEnd() {
        assertThat(Formats.interval(319.3, 3949.8, "min")).isEqualTo("5.3 h to 65.8 h");
        assertThat(Formats.interval(319.3, null, "min")).isEqualTo("from 5.3 h");
        assertThat(Formats.interval(null, 60.0, "min")).isEqualTo("up to 1.0 h");
        assertThat(Formats.interval(62.8, 66.8, "% resolved")).isEqualTo("62.8 to 66.8 %");
        assertThat(Formats.interval(null, null, "min")).isEqualTo("no interval");
    }

    @Test
    void doublingTimeIsRoundedToDays() {
        var estimate = new EstimatePayload(128.744, 110.269, 154.655, 0.95, "OLS_T");

        assertThat(Formats.days(estimate.estimate())).isEqualTo("129 d");
        assertThat(Formats.daysInterval(estimate)).isEqualTo("110 to 155 d");
        assertThat(Formats.level(estimate.level())).isEqualTo("95 %");
    }

    @Test
    void intervalWithoutAnEndSaysSo() {
        assertThat(Formats.daysInterval(new EstimatePayload(300, null, null, 0.95, "OLS_T")))
                .isEqualTo("unbounded");
        assertThat(Formats.daysInterval(new EstimatePayload(300, 200.0, null, 0.95, "OLS_T")))
                .isEqualTo("at least 200 d, unbounded above");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-11-21T11:59:40Z, just now",
        "2026-11-21T11:55:00Z, 5 min ago",
        "2026-11-21T09:00:00Z, 3 h ago",
        "2026-11-18T12:00:00Z, 3 d ago",
        "2026-03-03T21:04:54Z, 3 Mar 2026",
        "2026-11-21T18:00:00Z, in 6 h",
        "2026-11-21T12:00:30Z, now",
    })
    void agoTellsTheDistanceUntilItIsADate(Instant then, String expected) {
        assertThat(Formats.ago(then, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} reads {1}")
    @CsvSource({"DAY, 5 Feb 2026", "MONTH, Feb 2026", "QUARTER, Q1 2026", "YEAR, 2026"})
    void dateIsAsPreciseAsItIsKnown(String precision, String expected) {
        assertThat(Formats.date(LocalDate.of(2026, 2, 5), precision)).isEqualTo(expected);
    }

    @Test
    void aNumberIsNotParted() {
        assertThat(Formats.unbroken("110 to 155 d (95 %) · 14 points"))
                .isEqualTo("110 to 155\u00a0d (95\u00a0%) · 14 points");
    }

    @Test
    void wordsOfTheContractsReadAsWords() {
        assertThat(Formats.words("THIRD_PARTY")).isEqualTo("third party");
        assertThat(Formats.words(null)).isEqualTo("–");
    }

    @Test
    void aValueWithoutAModelIsOfPeopleOrOfAi() {
        assertThat(Formats.subject(subject("GPT-4", "AI"))).isEqualTo("GPT-4");
        assertThat(Formats.subject(subject(null, "AI"))).isEqualTo("AI");
        assertThat(Formats.subject(subject(" ", "HUMAN"))).isEqualTo("people");
        assertThat(Formats.subject(subject(null, "CENTAUR"))).isEqualTo("people with AI");
        assertThat(Formats.subject(SubjectPayload.NONE)).isEqualTo(Formats.UNKNOWN);
    }

    private static SubjectPayload subject(@Nullable String model, String actor) {
        return new SubjectPayload(model, null, null, null, actor);
    }
}
