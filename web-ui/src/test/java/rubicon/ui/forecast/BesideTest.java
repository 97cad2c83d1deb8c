package rubicon.ui.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.ui.testing.Tales;
import rubicon.ui.testing.Wire;

/// The best of `Wire.state` is 718.81 minutes of 5 February 2026.
final class BesideTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String P50 = "metr-horizon-p50";

    @Test
    void aValueThatWasPassedIsHeldAgainstItsDay() {
        Beside beside = beside(Tales.value("it", P50, "2026-02-15", 600));

        assertThat(beside.main()).isEqualTo("12.0 h");
        assertThat(beside.details())
                .containsExactly(
                        "Claude Opus 4.6, 5 Feb 2026", "passed 5 Feb 2026, 10 d before it was due");
    }

    @Test
    void aValueThatWasPassedLateIsToldSo() {
        assertThat(beside(Tales.value("it", P50, "2026-02-01", 600)).details())
                .last()
                .asString()
                .endsWith("4 d after it was due");
    }

    @Test
    void aValueAheadIsToldWithItsDistance() {
        assertThat(beside(Tales.value("it", P50, "2026-12-31", 6_000)).details())
                .contains("not passed yet, 88.0 h to go");
    }

    @Test
    void anIntervalIsJudgedOnceItsDayIsOver() {
        assertThat(beside(Tales.interval("it", P50, "2025-12-31", 200, 400)).details())
                .contains("best by then 2.0 h, below the interval");
        assertThat(beside(Tales.interval("it", P50, "2026-11-21", 200, 400)).details()).hasSize(1);
    }

    @Test
    void anotherQuantityIsNotHeldAgainstTheFrontier() {
        var months = Tales.inUnit(Tales.interval("it", P50, "2025-12-31", 2.5, 9), "months");

        assertThat(beside(months).details())
                .last()
                .isEqualTo("the forecast is in months, another quantity");
    }

    @Test
    void daysAloneNameNoValueToPass() {
        assertThat(
                        beside(Tales.days("it", P50, "2026-01-01", "2026-02-01", "2026-03-01"))
                                .details())
                .containsExactly("Claude Opus 4.6, 5 Feb 2026");
    }

    @Test
    void onABoardOfAgentsTheScaffoldBelongsToTheName() {
        var board = Wire.indicator("b", "A board", "MODEL", "MEASUREMENT", "LIVE", List.of());

        Beside beside =
                Beside.of(
                        Tales.forecast("it", "b", "2026-12-31"), board, Wire.board("b", 1), TODAY);

        assertThat(beside.details()).first().isEqualTo("R&D-Agent · o3, 1 Jun 2025");
    }

    private static Beside beside(ForecastEntryPayload it) {
        return Beside.of(it, Wire.indicator(P50, "Time horizon", "LOG"), Wire.state(1), TODAY);
    }
}
