package rubicon.ui.chronicle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.shell.SubjectNames;
import rubicon.ui.testing.Wire;

/// The frontier of `Wire.state`, in minutes: 3.99, 119.73 on 16 April 2025, 718.81 on 5 February
/// 2026.
final class PassingTest {
    private static final IndicatorStatePayload STATE = Wire.state(1);
    private static final SubjectNames NAMES = new SubjectNames(false);

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "GE, 100, Passed 16 Apr 2025",
        "GE, 718.81, Passed 5 Feb 2026",
        "GT, 718.81, At the line",
        "GE, 958.81, 4.0 h to go",
        "LE, 598.81, 2.0 h to go",
        "LT, 718.81, At the line",
        "LE, 800, Passed 14 Mar 2023",
    })
    void theFirstPointThatMeetsTheLinePassesIt(String op, double line, String words) {
        assertThat(Passing.of(STATE, op, line).words("min", NAMES).main()).isEqualTo(words);
    }

    @Test
    void withoutAValueNothingIsSaidOfTheDistance() {
        assertThat(Passing.of(null, "GE", 100)).isEqualTo(new Passing.Unknown());
    }

    @Test
    void whereEarlierPointsAreNotHeldItWasPassedAtTheLatestThen() {
        var truncated =
                new IndicatorStatePayload(
                        STATE.indicator(),
                        STATE.version(),
                        STATE.asOf(),
                        STATE.unit(),
                        STATE.latest(),
                        STATE.frontier(),
                        true,
                        STATE.trend(),
                        STATE.saturation(),
                        STATE.verdict(),
                        STATE.forecasts(),
                        STATE.lastReleaseAt(),
                        STATE.counts(),
                        STATE.reasons(),
                        STATE.verdictReason(),
                        STATE.today());

        assertThat(Passing.of(truncated, "GE", 1).words("min", NAMES).main())
                .isEqualTo("Passed by 14 Mar 2023");
    }

    @Test
    void anAgentIsNamedWithItsScaffoldWhereThatTellsAgentsApart() {
        Passing passing = Passing.of(Wire.board("board", 1), "GE", 10);

        assertThat(passing.words("%", new SubjectNames(true)).detail())
                .isEqualTo("17.1 %, AIDE · o1-preview");
        assertThat(Passing.named(Wire.board("board", 1).frontier().getLast(), NAMES))
                .isEqualTo("o3, 1 Jun 2025");
    }
}
