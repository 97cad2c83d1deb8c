package rubicon.model.recordledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.observation.Actor;

class PartShareTest {
    @Test
    void aBundleIsNoDeepStepWhateverItGained() {
        RecordChain chain =
                RecordChain.of(
                        List.of(
                                entry(0, 100, Entry.Scope.ONE_IDEA),
                                entry(1, 90, Entry.Scope.ONE_IDEA),
                                entry(2, 45, Entry.Scope.BUNDLE)));
        PartShare deep = part(chain, Step.Depth.DEEP);
        assertThat(deep.count()).isEqualTo(1);
        assertThat(deep.gain()).isCloseTo(Math.log(100 / 90.0), within(1e-12));
        assertThat(part(chain, Step.Depth.BUNDLED).gain()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(part(chain, Step.Depth.SHALLOW).count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void depthsAndActorsEachMakeTheWhole(long seed) {
        var random = new SplittableRandom(seed);
        List<Entry> entries = new ArrayList<>();
        double value = 100;
        for (int i = 0; i < 40; i++) {
            Entry.Scope scope = random.nextBoolean() ? Entry.Scope.BUNDLE : Entry.Scope.ONE_IDEA;
            entries.add(entry(i, value, scope));
            value *= random.nextDouble(0.8, 0.999);
        }
        RecordChain chain = RecordChain.of(entries);
        double gain = 0;
        double share = 0;
        int count = 0;
        for (Step.Depth depth : Step.Depth.values()) {
            PartShare part = part(chain, depth);
            gain += part.gain();
            share += part.gainShare();
            count += part.count();
            assertThat(part.gainRange().isPresent())
                    .isEqualTo(part.count() > 0 && part.count() < 39);
            assertThat(part.gainRange())
                    .matches(it -> it.isEmpty() || it.get().contains(part.gainShare()));
            assertThat(part.countRange().contains(part.countShare())).isTrue();
        }
        assertThat(gain).isCloseTo(chain.total(), within(1e-9));
        assertThat(share).isCloseTo(1, within(1e-9));
        assertThat(count).isEqualTo(39);
    }

    private static PartShare part(RecordChain chain, Step.Depth depth) {
        return PartShare.of(chain, it -> it.depth(RecordChain.DEEP) == depth, 500, 7, 0.99);
    }

    private static Entry entry(int day, double value, Entry.Scope scope) {
        return new Entry(
                "" + day,
                LocalDate.of(2026, 1, 1).plusDays(day),
                value,
                Actor.HUMAN,
                Entry.Kind.RECORD,
                scope);
    }
}
