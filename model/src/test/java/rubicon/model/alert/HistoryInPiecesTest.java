package rubicon.model.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.rule.Rule;
import rubicon.model.rule.SeverityLevel;

/// History reaches a new house in pieces, each of them older than the rule.
class HistoryInPiecesTest {
    private static final Instant START = Rules.MADE.plusSeconds(60);

    private final List<Transition> transitions = new ArrayList<>();
    private AlertInstance instance = AlertInstance.of(Rules.ladder(60, 0));
    private Instant now = START;

    @Test
    void graverPieceRaisesTheSeverityAtOnceAndIsNotTold() {
        var rule = Rules.ladder(60, 0);
        read(rule, 500, true);
        read(rule, 2500, true);

        assertThat(severity()).isEqualTo(SeverityLevel.WARNING);
        assertThat(transitions).extracting(Transition::notice).containsOnlyNulls();
        assertThat(transitions).extracting(Transition::reason).containsOnly(Reason.BASELINE);
    }

    @Test
    void newsAboveTheHistoryIsTold() {
        var rule = Rules.ladder(0, 0);
        read(rule, 500, true);
        read(rule, 2500, false);

        assertThat(severity()).isEqualTo(SeverityLevel.WARNING);
        assertThat(transitions.getLast().notice()).isEqualTo(Notice.SEVERITY_RAISED);
    }

    @Test
    void pendingBreachThatHistoryConfirmsIsHistory() {
        var rule = Rules.ladder(60, 0);
        read(rule, 500, false);
        assertThat(instance.state().condition()).isEqualTo(AlertCondition.PENDING);

        read(rule, 700, true);

        assertThat(instance.state().condition()).isEqualTo(AlertCondition.FIRING);
        assertThat(instance.episode().orElseThrow().flags()).containsExactly(EpisodeFlag.BASELINE);
        assertThat(transitions).extracting(Transition::notice).containsOnlyNulls();
    }

    /// models.md §0: a change of spec version never alerts.
    @Test
    void breachByOtherMathematicsIsNotTold() {
        var rule = Rules.ladder(0, 0);
        readOfOtherMathematics(rule, 500);

        assertThat(instance.state().condition()).isEqualTo(AlertCondition.FIRING);
        assertThat(instance.episode().orElseThrow().flags()).containsExactly(EpisodeFlag.BASELINE);
        read(rule, 510, false);
        assertThat(transitions).extracting(Transition::notice).containsOnlyNulls();

        read(rule, 2500, false);
        assertThat(transitions.getLast().notice()).isEqualTo(Notice.SEVERITY_RAISED);
    }

    /// Also where the alert was told already.
    @Test
    void graverBreachByOtherMathematicsIsNotTold() {
        var rule = Rules.ladder(0, 0);
        read(rule, 500, false);
        assertThat(transitions.getLast().notice()).isEqualTo(Notice.FIRST);
        readOfOtherMathematics(rule, 2500);

        assertThat(severity()).isEqualTo(SeverityLevel.WARNING);
        assertThat(transitions.getLast().notice()).isNull();
        assertThat(transitions.getLast().reason()).isEqualTo(Reason.BASELINE);
    }

    private void readOfOtherMathematics(Rule rule, double value) {
        read(rule, value, false, true);
    }

    private SeverityLevel severity() {
        return instance.episode().orElseThrow().severity();
    }

    private void read(Rule rule, double value, boolean olderThanRule) {
        read(rule, value, olderThanRule, false);
    }

    private void read(Rule rule, double value, boolean olderThanRule, boolean incomparable) {
        now = now.plusSeconds(1);
        var reading =
                new Reading.Usable(value, List.of("row"), now, olderThanRule, incomparable, null);
        var step =
                AlertMachine.next(
                        rule, instance, new AlertInput.Evaluation(now, now, "test", reading));
        instance = step.instance();
        transitions.addAll(step.transitions());
    }
}
