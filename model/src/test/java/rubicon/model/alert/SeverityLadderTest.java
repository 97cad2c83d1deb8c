package rubicon.model.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.model.alert.Rules.severity;
import static rubicon.model.rule.SeverityLevel.CRITICAL;
import static rubicon.model.rule.SeverityLevel.NOTICE;
import static rubicon.model.rule.SeverityLevel.WARNING;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/// Several severities in one alert, on the rungs 480, 2,400 and 6,000 minutes, which recover below
/// 400, 2,000 and 5,000.
class SeverityLadderTest {

    @Test
    void climbsAndDescendsWithinOneEpisode() {
        var watch = new Watch(Rules.ladder(0, 0));
        DoubleStream.of(500, 2500, 6500, 5500, 4900, 2100, 1900, 430, 390)
                .forEach(value -> watch.next(value));

        assertThat(watch.transitions().stream().map(Watch::text))
                .containsExactly(
                        "0 NORMAL>FIRING NOTICE BREACHED FIRST",
                        "1 FIRING>FIRING WARNING SEVERITY_RAISED SEVERITY_RAISED",
                        "2 FIRING>FIRING CRITICAL SEVERITY_RAISED SEVERITY_RAISED",
                        "4 FIRING>FIRING WARNING SEVERITY_LOWERED SEVERITY_LOWERED",
                        "6 FIRING>FIRING NOTICE SEVERITY_LOWERED SEVERITY_LOWERED",
                        "8 FIRING>NORMAL NOTICE CLEARED RESOLVED");
        assertThat(watch.transitions())
                .extracting(Transition::episode)
                .containsOnly("horizon-v1-1");
        assertThat(watch.transitions())
                .extracting(Transition::threshold)
                .containsExactly(480.0, 2400.0, 6000.0, 2400.0, 480.0, 480.0);
    }

    @Test
    void eachSeverityWaitsForItself() {
        var watch =
                new Watch(
                        Rules.of(
                                severity(NOTICE, 480, 400, 10, 0),
                                severity(WARNING, 2400, 2000, 30, 0),
                                severity(CRITICAL, 6000, 5000, 60, 0)));
        watch.value(0, 7000).timer(10).timer(30).value(59, 7100).timer(60);

        assertThat(watch.transitions().stream().map(Watch::text))
                .containsExactly(
                        "0 NORMAL>PENDING CRITICAL BREACHED -",
                        "10 PENDING>FIRING NOTICE PENDING_ELAPSED FIRST",
                        "30 FIRING>FIRING WARNING SEVERITY_RAISED SEVERITY_RAISED",
                        "60 FIRING>FIRING CRITICAL SEVERITY_RAISED SEVERITY_RAISED");
    }

    @Test
    void warningFiresWhileCriticalPendsAndNeverComes() {
        var watch =
                new Watch(
                        Rules.of(
                                severity(WARNING, 2400, 2000, 0, 0),
                                severity(CRITICAL, 6000, 5000, 60, 0)));
        watch.value(0, 7000).value(30, 5500).timer(60);

        assertThat(watch.transitions().stream().map(Watch::text))
                .containsExactly("0 NORMAL>FIRING WARNING BREACHED FIRST");
        assertThat(watch.last().deadline()).isEmpty();
    }

    @Test
    void lateTimerCompletesEachWaitAtItsOwnTime() {
        var watch =
                new Watch(
                        Rules.of(
                                severity(NOTICE, 480, 400, 10, 0),
                                severity(CRITICAL, 6000, 5000, 60, 0)));
        watch.value(0, 7000).value(90, 300);

        assertThat(watch.moves())
                .containsExactly(
                        "10 PENDING>FIRING NOTICE PENDING_ELAPSED FIRST",
                        "60 FIRING>FIRING CRITICAL SEVERITY_RAISED SEVERITY_RAISED",
                        "90 FIRING>NORMAL CRITICAL CLEARED RESOLVED");
    }

    @Test
    void graverBreachEndsTheWaitOfTheLesserOne() {
        var watch =
                new Watch(
                        Rules.of(
                                severity(NOTICE, 480, 400, 60, 0),
                                severity(WARNING, 2400, 2000, 0, 0)));
        watch.value(0, 2500).value(5, 500);

        assertThat(watch.moves())
                .containsExactly("5 FIRING>FIRING NOTICE SEVERITY_LOWERED SEVERITY_LOWERED");
    }

    @Test
    void graverOneKeepsTheEpisodeWhileItRecovers() {
        var watch =
                new Watch(
                        Rules.of(
                                severity(NOTICE, 480, 400, 30, 0),
                                severity(WARNING, 2400, 2000, 0, 60)));
        watch.value(0, 2500).value(10, 300);
        assertThat(watch.moves()).containsExactly("10 FIRING>RECOVERING WARNING CLEARED -");

        // A breach of the lesser one ends the recovery, without a second pending period.
        watch.value(20, 500);
        assertThat(watch.moves()).containsExactly("20 RECOVERING>FIRING WARNING RELAPSED -");

        watch.timer(70);
        assertThat(watch.moves())
                .containsExactly("70 FIRING>FIRING NOTICE SEVERITY_LOWERED SEVERITY_LOWERED");
    }

    @Test
    void severityLostInRecoveryIsToldOnlyIfItFiresAgain() {
        var watch =
                new Watch(
                        Rules.of(
                                severity(NOTICE, 480, 400, 0, 60),
                                severity(WARNING, 2400, 2000, 0, 0)));
        watch.value(0, 2500).value(10, 300);
        assertThat(watch.moves()).containsExactly("10 FIRING>RECOVERING NOTICE CLEARED -");

        watch.value(20, 500);
        assertThat(watch.moves())
                .containsExactly("20 RECOVERING>FIRING NOTICE RELAPSED SEVERITY_LOWERED");
    }

    @Test
    void missingDataRaisesNothingAboveTheLowestSeverity() {
        var watch = new Watch(Script.rule("0 0 two ALERT")).unreadable(0, Health.NO_DATA);

        assertThat(watch.moves()).containsExactly("0 NORMAL>FIRING NOTICE NO_DATA FIRST");
    }

    @Test
    void valueThatFlapsAroundTheThresholdFiresOnceWithinTheBand() {
        var watch = new Watch(Rules.warning(0, 0));
        for (int minute = 0; minute < 100; minute++) {
            watch.value(minute, minute % 2 == 0 ? 481 : 479);
        }

        assertThat(watch.transitions().stream().map(Watch::text))
                .containsExactly("0 NORMAL>FIRING WARNING BREACHED FIRST");
    }

    @Test
    void valueThatFlapsAcrossTheBandIsHeldByPatience() {
        // Breached for 5 minutes, clear for 5: never for the 10 that either side asks for.
        var quiet = new Watch(Rules.warning(10, 10));
        var told = new Watch(Rules.warning(0, 10));
        for (int minute = 0; minute < 100; minute += 5) {
            quiet.value(minute, minute % 10 == 0 ? 500 : 400);
            told.value(minute, minute % 10 == 0 ? 500 : 400);
        }

        assertThat(quiet.transitions()).extracting(Transition::notice).containsOnlyNulls();
        assertThat(told.transitions())
                .extracting(Transition::notice)
                .filteredOn(notice -> notice != null)
                .containsExactly(Notice.FIRST);
    }
}
