package rubicon.model.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rubicon.model.alert.Watch.minute;

import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.rule.SeverityLevel;

class EpisodeTest {

    @Test
    void pendingEpisodeHasItsNumberAndNoFiringTime() {
        var episode = new Watch(Rules.warning(60, 0)).value(5, 500).episode();

        assertThat(episode.id()).isEqualTo("horizon-v1-1");
        assertThat(episode.activeAt()).isEqualTo(minute(5));
        assertThat(episode.firedAt()).isNull();
        assertThat(episode.threshold()).isEqualTo(480.0);
    }

    @Test
    void episodeKeepsItsNumberWhenItFires() {
        var episode = new Watch(Rules.warning(60, 0)).value(5, 500).timer(65).episode();

        assertThat(episode.id()).isEqualTo("horizon-v1-1");
        assertThat(episode.activeAt()).isEqualTo(minute(5));
        assertThat(episode.firedAt()).isEqualTo(minute(65));
        assertThat(episode.announced()).isEqualTo(SeverityLevel.WARNING);
    }

    @Test
    void episodeThatWasNotSustainedKeepsItsNumber() {
        var watch = new Watch(Rules.warning(60, 0)).value(5, 500).value(6, 400);
        assertThat(watch.episode().resolvedAt()).isEqualTo(minute(6));
        assertThat(watch.episode().firedAt()).isNull();

        assertThat(watch.value(7, 500).episode().id()).isEqualTo("horizon-v1-2");
    }

    @Test
    void numbersGoOnInTheNextVersionOfTheRule() {
        var watch = new Watch(Rules.warning(0, 0)).value(5, 500);
        watch.edit(6, Rules.watching(watch.rule(), "metr-horizon-p80"));

        assertThat(watch.history(7, 500).episode().id()).isEqualTo("horizon-v2-2");
    }

    @Test
    void openEpisodeKeepsItsIdAfterAnEditOfText() {
        var watch = new Watch(Rules.warning(0, 0)).value(5, 500);
        watch.edit(6, Rules.titled(watch.rule(), "Other words")).value(7, 400);

        assertThat(watch.episode().id()).isEqualTo("horizon-v1-1");
        assertThat(watch.last().transitions().getLast().ruleVersion()).isEqualTo(2);
    }

    @Test
    void evaluationWithoutTransitionUpdatesValueAndValidity() {
        var watch = new Watch(Rules.warning(60, 0)).value(5, 500).value(9, 510);
        assertThat(watch.episode().evidence())
                .isEqualTo(new Evidence(510.0, List.of("row-2"), minute(9)));
        assertThat(watch.episode().validUntil()).isEqualTo(minute(9));

        watch.timer(65).value(70, 470);
        assertThat(watch.episode().evidence().value()).isEqualTo(470.0);
        assertThat(watch.episode().validUntil()).isEqualTo(minute(9));
    }

    @Test
    void transitionNamesWhatItRestsOn() {
        var watch = new Watch(Rules.warning(60, 0)).value(5, 500).value(9, 510).timer(80);

        assertThat(watch.last().transitions())
                .containsExactly(
                        new Transition(
                                "horizon-v1-1",
                                minute(65),
                                AlertCondition.PENDING,
                                AlertCondition.FIRING,
                                SeverityLevel.WARNING,
                                Reason.PENDING_ELAPSED,
                                Health.OK,
                                new Evidence(510.0, List.of("row-2"), minute(9)),
                                480.0,
                                1,
                                AlertMachine.TIMER,
                                Notice.FIRST));
    }

    @Test
    void policyWithoutAnyValueHasEmptyEvidence() {
        var watch = new Watch(Script.rule("0 0 ALERT")).unreadable(5, Health.ERROR);

        assertThat(watch.episode().evidence()).isEqualTo(new Evidence(null, List.of(), minute(5)));
        assertThat(watch.last().health()).isEqualTo(Health.ERROR);
    }

    @Test
    void retroactiveEpisodeBeganWhenItWasTrue() {
        var watch = new Watch(Rules.warning(60, 60));
        Script.play(watch, "5 was-over C");

        var episode = watch.episode();
        assertThat(episode.flags()).containsExactly(EpisodeFlag.RETROACTIVE);
        assertThat(episode.activeAt()).isEqualTo(minute(-500));
        assertThat(episode.firedAt()).isEqualTo(minute(5));
        assertThat(episode.resolvedAt()).isEqualTo(minute(5));
        assertThat(episode.evidence().value()).isEqualTo(500.0);
    }

    @Test
    void historyIsFlaggedAndNotTold() {
        var episode = new Watch(Rules.warning(60, 60)).history(5, 500).episode();

        assertThat(episode.flags()).containsExactly(EpisodeFlag.BASELINE);
        assertThat(episode.announced()).isNull();
    }

    @Test
    void correctionOfAClosedEpisodeIsMarkedAndTold() {
        var watch = new Watch(Rules.warning(0, 0)).value(5, 500).value(9, 400);
        var evidence = new Evidence(430.0, List.of("row-1"), minute(20));

        var corrected =
                AlertMachine.correct(watch.episode(), Health.OK, minute(20), evidence, "release");

        assertThat(corrected.episode().flags()).containsExactly(EpisodeFlag.CORRECTED);
        assertThat(corrected.episode().resolvedAt()).isEqualTo(minute(9));
        assertThat(Watch.text(corrected.transition()))
                .isEqualTo("20 NORMAL>NORMAL WARNING CORRECTED CORRECTION");
        assertThat(corrected.transition().evidence()).isEqualTo(evidence);
    }

    @Test
    void correctionOfWhatWasNeverToldIsNotToldEither() {
        var watch = new Watch(Rules.warning(0, 0)).history(5, 500).value(9, 400);
        var evidence = new Evidence(430.0, List.of("row-1"), minute(20));

        var corrected =
                AlertMachine.correct(watch.episode(), Health.OK, minute(20), evidence, "release");

        assertThat(corrected.transition().notice()).isNull();
        assertThat(corrected.episode().flags())
                .containsExactly(EpisodeFlag.BASELINE, EpisodeFlag.CORRECTED);
    }

    @Test
    void openEpisodeIsNotCorrectedApart() {
        var open = new Watch(Rules.warning(0, 0)).value(5, 500).episode();
        var evidence = Evidence.none(minute(20));

        assertThatThrownBy(() ->
                        AlertMachine.correct(open, Health.OK, minute(20), evidence, "release"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void alertOfAnotherVersionIsRefused() {
        var rule = Rules.warning(0, 0);
        var newer = Rules.titled(rule, "Other words");

        assertThatThrownBy(() ->
                        AlertMachine.next(
                                newer, AlertInstance.of(rule), new AlertInput.TimerDue(minute(0))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void deadlineIsTheEndOfTheWaitWhileItRuns() {
        var watch = new Watch(Rules.warning(60, 30));
        assertThat(watch.last().deadline()).isEmpty();
        assertThat(watch.value(5, 500).last().deadline()).contains(minute(65));
        assertThat(watch.unreadable(15, Health.STALE).last().deadline()).isEmpty();
        assertThat(watch.value(100, 500).last().deadline()).contains(minute(150));
        assertThat(watch.timer(150).last().deadline()).isEmpty();
        assertThat(watch.value(200, 400).last().deadline()).contains(minute(230));
    }

    @Test
    void clockThatStepsBackCountsAsStandingStill() {
        var watch = new Watch(Rules.warning(60, 0)).value(5, 500);
        watch.input(
                new AlertInput.Evaluation(
                        minute(2),
                        minute(6),
                        "release",
                        new Reading.Usable(400, List.of("row-2"), minute(6), false, false, null)));

        assertThat(watch.moves()).containsExactly("5 PENDING>NORMAL WARNING NOT_SUSTAINED -");
    }
}
