package rubicon.model.recordledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.observation.Actor;
import rubicon.model.stats.Range;

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

    @Test
    void drawnTogetherEachPartIsWhatItIsAlone() {
        RecordChain chain =
                RecordChain.of(
                        List.of(
                                entry(0, 100, Entry.Scope.ONE_IDEA),
                                entry(1, 90, Entry.Scope.ONE_IDEA),
                                entry(2, 88, Entry.Scope.ONE_IDEA),
                                entry(3, 45, Entry.Scope.BUNDLE)));
        List<Predicate<Step>> parts = new ArrayList<>();
        List<PartShare> alone = new ArrayList<>();
        for (Step.Depth depth : Step.Depth.values()) {
            parts.add(it -> it.depth(RecordChain.DEEP) == depth);
            alone.add(part(chain, depth));
        }
        assertThat(PartShare.ofEach(chain, parts, 500, 7, 0.99)).isEqualTo(alone);
    }

    /// Steps of ln 2 each: people's, AI's, and one of people's that is AI's with a quarter.
    @Test
    void aDoubtedCreditMovesBothShares() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        Entry.Kind record = Entry.Kind.RECORD;
        Entry.Scope idea = Entry.Scope.ONE_IDEA;
        RecordChain chain =
                RecordChain.of(
                        List.of(
                                new Entry("0", day, 16, Actor.HUMAN, record, idea),
                                new Entry("1", day, 8, Actor.HUMAN, record, idea),
                                new Entry("2", day, 4, Actor.AI, record, idea),
                                new Entry(
                                        "3",
                                        day,
                                        2,
                                        Actor.HUMAN,
                                        record,
                                        idea,
                                        new Doubt(Actor.AI, 0.25)),
                                new Entry("4", day, 1, Actor.HUMAN, record, idea)));

        var parts =
                Attribution.ofEach(
                        chain, List.of(Actor.HUMAN, Actor.AI, Actor.CENTAUR), 4_000, 42, 0.95);

        Attribution ai = parts.get(1).orElseThrow();
        Attribution people = parts.get(0).orElseThrow();
        assertThat(ai.doubted()).isEqualTo(1);
        assertThat(ai.gainShare()).isCloseTo(1.25 / 4, within(1e-12));
        assertThat(ai.range()).isEqualTo(new Range(0.25, 0.5));
        assertThat(people.gainShare()).isCloseTo(2.75 / 4, within(1e-12));
        assertThat(people.range()).isEqualTo(new Range(0.5, 0.75));
        assertThat(parts.get(2)).isEmpty();
        assertThat(Attribution.ofEach(chain.since(day.plusDays(1)), List.of(Actor.AI), 9, 1, 0.9))
                .containsExactly(Optional.empty());
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
