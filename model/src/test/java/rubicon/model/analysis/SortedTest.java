package rubicon.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedTest {
    private final Sorted<Integer> sorted = new Sorted<>(Comparator.naturalOrder());
    private final NavigableSet<Integer> tree = new TreeSet<>();

    /// So many that there are several blocks, which are split, emptied and filled again.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whateverComesAndGoesItIsWhatATreeHolds(long seed) {
        Random random = new Random(seed);
        int numbers = 200 << seed;
        for (int i = 0; i < 12_000; i++) {
            int number = random.nextInt(numbers);
            // Long phases of growth, then of decline, then of growth.
            if (random.nextInt(10) < (i / 4_000 == 1 ? 2 : 8)) {
                assertThat(sorted.add(number)).isEqualTo(tree.add(number));
            } else {
                assertThat(sorted.remove(number)).isEqualTo(tree.remove(number));
            }
            if (i % 500 == 0) {
                requireAlike(random.nextInt(-5, numbers + 5));
            }
        }
        requireAlike(tree.first());
        requireAlike(tree.last());
        List.copyOf(tree).forEach(sorted::remove);
        assertThat(sorted).isEmpty();
    }

    @Test
    void whatIsAppendedInOrderIsThereInOrder() {
        for (int i = 0; i < 2_000; i++) {
            assertThat(sorted.add(i)).isTrue();
            assertThat(sorted.add(i)).isFalse();
            tree.add(i);
        }
        for (int i = 0; i < 2_000; i += 7) {
            requireAlike(i);
        }
    }

    @Test
    void nothingIsInAnEmptyOne() {
        requireAlike(3);
        assertThat(sorted.remove(3)).isFalse();
        assertThatThrownBy(sorted::getFirst).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(sorted::getLast).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> sorted.iterator().next())
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> sorted.reversed().iterator().next())
                .isInstanceOf(NoSuchElementException.class);
    }

    private void requireAlike(int place) {
        assertThat(sorted).containsExactlyElementsOf(tree).hasSameSizeAs(tree);
        assertThat(sorted.reversed()).containsExactlyElementsOf(tree.descendingSet());
        assertThat(sorted.contains(place)).isEqualTo(tree.contains(place));
        assertThat(sorted.ceiling(place)).isEqualTo(tree.ceiling(place));
        assertThat(list(sorted.from(place))).isEqualTo(List.copyOf(tree.tailSet(place, true)));
        assertThat(list(sorted.after(place))).isEqualTo(List.copyOf(tree.tailSet(place, false)));
        assertThat(list(sorted.before(place)))
                .isEqualTo(List.copyOf(tree.headSet(place, false).descendingSet()));
        if (!tree.isEmpty()) {
            assertThat(sorted.getFirst()).isEqualTo(tree.first());
            assertThat(sorted.getLast()).isEqualTo(tree.last());
        }
    }

    private static List<Integer> list(Iterable<Integer> some) {
        List<Integer> list = new ArrayList<>();
        some.forEach(list::add);
        return list;
    }
}
