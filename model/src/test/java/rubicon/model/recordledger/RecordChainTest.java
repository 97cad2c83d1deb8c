package rubicon.model.recordledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.observation.Actor;
import rubicon.model.recordledger.Entry.Kind;
import rubicon.model.recordledger.Entry.Scope;

class RecordChainTest {
    private static final double NEAR = 1e-12;
    private static final LocalDate START = LocalDate.of(2025, 1, 1);

    @Test
    void aRetimingIsANewBaselineAndNoProgress() {
        var chain =
                RecordChain.of(
                        List.of(
                                record(0, 10, Actor.HUMAN),
                                entry(1, 12, Actor.HUMAN, Kind.RETIMING, Scope.ONE_IDEA),
                                record(2, 6, Actor.AI)));
        assertThat(chain.steps()).hasSize(1);
        assertThat(chain.total()).isCloseTo(Math.log(2), within(NEAR));
        assertThat(chain.rawLogGain()).isCloseTo(Math.log(10.0 / 6), within(NEAR));
    }

    @Test
    void aRetimingBetweenEqualValuesChangesNothing() {
        List<Entry> plain = List.of(record(0, 10, Actor.HUMAN), record(9, 7, Actor.AI));
        List<Entry> retimed = new ArrayList<>(plain);
        retimed.add(1, entry(5, 10, Actor.HUMAN, Kind.RETIMING, Scope.ONE_IDEA));
        assertThat(RecordChain.of(retimed)).isEqualTo(RecordChain.of(plain));
    }

    @Test
    void aloneAnActorHasAll() {
        var chain = equalSteps(5);
        assertThat(chain.share(Actor.HUMAN)).isEqualTo(1);
        assertThat(chain.share(Actor.CENTAUR)).isZero();
    }

    @Test
    void equalStepsHaveNoInequalityAndDoNotDecay() {
        var chain = equalSteps(10);
        assertThat(chain.gini()).isCloseTo(0, within(NEAR));
        assertThat(chain.stepsToHalf()).isEqualTo(5);
        assertThat(RecordLaw.stepDecay(chain, 0).slope()).isCloseTo(0, within(1e-9));
        assertThat(RecordLaw.halvingDays(RecordLaw.time(chain, 0)))
                .isCloseTo(30 * Math.log(2) / 0.1, within(1e-6));
    }

    @Test
    void aBundleOfEditsIsNeitherDeepNorShallow() {
        var chain =
                RecordChain.of(
                        List.of(
                                record(0, 100, Actor.HUMAN),
                                record(1, 95, Actor.HUMAN),
                                record(2, 94, Actor.AI),
                                entry(3, 80, Actor.AI, Kind.RECORD, Scope.BUNDLE)));
        assertThat(chain.of(Step.Depth.DEEP, RecordChain.DEEP)).hasSize(1);
        assertThat(chain.of(Step.Depth.SHALLOW, RecordChain.DEEP)).hasSize(1);
        assertThat(chain.of(Step.Depth.BUNDLED, RecordChain.DEEP)).hasSize(1);
        assertThat(
                        chain.share(Step.Depth.DEEP, RecordChain.DEEP)
                                + chain.share(Step.Depth.SHALLOW, RecordChain.DEEP)
                                + chain.share(Step.Depth.BUNDLED, RecordChain.DEEP))
                .isCloseTo(1, within(NEAR));
    }

    @Test
    void aPowerLawIsFoundAgain() {
        List<Entry> entries = new ArrayList<>(List.of(record(0, 1, Actor.HUMAN)));
        for (int n = 1; n <= 30; n++) {
            entries.add(record(n, Math.exp(-2 - 0.5 * Math.log(n)), Actor.HUMAN));
        }
        var law = RecordLaw.jones(RecordChain.of(entries), 0);
        assertThat(law.slope()).isCloseTo(0.5, within(1e-9));
        assertThat(law.intercept()).isCloseTo(2, within(1e-9));
        assertThat(RecordLaw.beta(law)).isCloseTo(2, within(1e-8));
        assertThat(RecordLaw.jones(RecordChain.of(entries), 5).slope())
                .isCloseTo(0.5, within(1e-9));
    }

    @Test
    void anActorsShareHasIntervalsThatASeedRepeats() {
        List<Entry> entries = new ArrayList<>(List.of(record(0, 100, Actor.HUMAN)));
        for (int n = 1; n <= 40; n++) {
            entries.add(record(n, 100 * Math.pow(0.97, n), n % 8 == 0 ? Actor.AI : Actor.HUMAN));
        }
        var chain = RecordChain.of(entries);
        var share = PartShare.of(chain, it -> it.actor() == Actor.AI, 500, 11, 0.9);
        assertThat(share)
                .isEqualTo(PartShare.of(chain, it -> it.actor() == Actor.AI, 500, 11, 0.9));
        assertThat(share.countShare()).isEqualTo(0.125);
        // Oracle: Wilson's formula, worked out with scipy's normal quantile.
        assertThat(share.countRange().low()).isCloseTo(0.0621914, within(1e-7));
        assertThat(share.countRange().high()).isCloseTo(0.2353237, within(1e-7));
        assertThat(share.gainRange().orElseThrow().contains(share.gainShare())).isTrue();
    }

    @Test
    void silenceIsMeasuredByTheMeanGap() {
        var chain = equalSteps(4);
        assertThat(chain.silence(START.plusDays(120 + 90))).isEqualTo(3);
    }

    @Test
    void whatIsNotAboveZeroIsRefused() {
        assertThatThrownBy(() -> record(0, 0, Actor.AI)).hasMessageContaining("not above 0");
        assertThatThrownBy(() -> RecordChain.of(List.of())).hasMessageContaining("empty");
    }

    private static RecordChain equalSteps(int steps) {
        List<Entry> entries = new ArrayList<>();
        for (int n = 0; n <= steps; n++) {
            entries.add(record(30 * n, Math.exp(-0.1 * n), Actor.HUMAN));
        }
        return RecordChain.of(entries);
    }

    private static Entry record(int day, double value, Actor actor) {
        return entry(day, value, actor, Kind.RECORD, Scope.ONE_IDEA);
    }

    private static Entry entry(int day, double value, Actor actor, Kind kind, Scope scope) {
        return new Entry("#" + day, START.plusDays(day), value, actor, kind, scope);
    }
}
