package rubicon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rubicon.model.rule.SeverityLevel.CRITICAL;
import static rubicon.model.rule.SeverityLevel.NOTICE;
import static rubicon.model.rule.SeverityLevel.WARNING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"horizon-ladder", "a", "rd-level-4", "100-hours"})
    void idsAreLowerCaseWordsJoinedByHyphens(String id) {
        assertThat(new RuleId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a--b", "Horizon", "a_b", "a b", "é"})
    void otherIdsAreRefused(String id) {
        assertThatThrownBy(() -> new RuleId(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsEndAtEightyCharacters() {
        assertThat(RuleId.isValid("a".repeat(80))).isTrue();
        assertThat(RuleId.isValid("a".repeat(81))).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "GE, 480, BREACHED", "GE, 479.9, IN_BAND", "GE, 460, IN_BAND", "GE, 459.9, CLEAR",
        "GT, 480.1, BREACHED", "GT, 480, IN_BAND", "GT, 460.1, IN_BAND", "GT, 460, CLEAR",
    })
    void risingValuesAreHeldAgainstBothThresholds(Comparison op, double value, Signal expected) {
        assertThat(new Hysteresis(480, 460).signal(op, value)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "LE, 100, BREACHED", "LE, 100.1, IN_BAND", "LE, 120, IN_BAND", "LE, 120.1, CLEAR",
        "LT, 99.9, BREACHED", "LT, 100, IN_BAND", "LT, 119.9, IN_BAND", "LT, 120, CLEAR",
    })
    void fallingValuesAreHeldAgainstBothThresholds(Comparison op, double value, Signal expected) {
        assertThat(new Hysteresis(100, 120).signal(op, value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"GE, 480, BREACHED", "GE, 479, CLEAR", "GT, 480, CLEAR", "LT, 480, CLEAR"})
    void equalThresholdsLeaveNoBand(Comparison op, double value, Signal expected) {
        assertThat(new Hysteresis(480, 480).signal(op, value)).isEqualTo(expected);
    }

    @Test
    void oneValueSpeaksToEverySeverity() {
        var evaluation = RuleEvaluation.of(ladder(Comparison.GE, CRITICAL, WARNING, NOTICE), 2100);

        assertThat(evaluation.signals())
                .containsExactly(
                        Map.entry(NOTICE, Signal.BREACHED),
                        Map.entry(WARNING, Signal.IN_BAND),
                        Map.entry(CRITICAL, Signal.CLEAR));
        assertThat(evaluation.highestBreached()).contains(NOTICE);
        assertThat(evaluation.isBreached()).isTrue();
    }

    @Test
    void severitiesAreKeptInRisingOrder() {
        assertThat(ladder(Comparison.GE, CRITICAL, NOTICE, WARNING).severities())
                .extracting(Severity::level)
                .containsExactly(NOTICE, WARNING, CRITICAL);
    }

    @Test
    void higherSeverityMustFireFarther() {
        assertThatThrownBy(() -> ladder(Comparison.LE, NOTICE, WARNING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "WARNING fires at 2400.0, which with LE is not farther than NOTICE at 480.0");
    }

    @Test
    void recoveryOnTheBreachedSideIsRefused() {
        var violations =
                Rule.violations(
                        new FrontierCondition(Comparison.GE),
                        List.of(Severity.of(NOTICE, 480, 481, Duration.ZERO, Duration.ZERO)));

        assertThat(violations)
                .extracting(RuleViolation::field)
                .containsExactly("severities[0].recover");
    }

    @Test
    void severityGivenTwiceIsRefused() {
        assertThatThrownBy(() -> ladder(Comparison.GE, NOTICE, NOTICE))
                .hasMessageContaining("NOTICE is given twice");
    }

    @Test
    void patienceIsNeitherNegativeNorEndless() {
        assertThat(Patience.isValid(Duration.ZERO)).isTrue();
        assertThat(Patience.isValid(Patience.LONGEST)).isTrue();
        assertThat(Patience.isValid(Patience.LONGEST.plusNanos(1))).isFalse();
        assertThatThrownBy(() -> new Patience(Duration.ofSeconds(-1), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Rule ladder(Comparison op, SeverityLevel... levels) {
        return new Rule(
                new RuleId("horizon-ladder"),
                "Horizon",
                "",
                "metr-horizon-p50",
                new FrontierCondition(op),
                Stream.of(levels).map(RuleTest::rung).toList(),
                NoDataPolicy.KEEP,
                new MissingPolicy.Keep(),
                Map.of(),
                true,
                1,
                Instant.EPOCH);
    }

    private static Severity rung(SeverityLevel level) {
        return switch (level) {
            case NOTICE -> Severity.of(NOTICE, 480, 400, Duration.ZERO, Duration.ZERO);
            case WARNING -> Severity.of(WARNING, 2400, 2000, Duration.ZERO, Duration.ZERO);
            case CRITICAL -> Severity.of(CRITICAL, 6000, 5000, Duration.ZERO, Duration.ZERO);
        };
    }
}
