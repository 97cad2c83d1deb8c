package rubicon.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewestTest {
    private final List<Instant> there = new ArrayList<>();
    private int looks;
    private final Newest newest =
            new Newest(() -> {
                looks++;
                return there.stream();
            });

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverComesAndGoesItIsTheNewest(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            if (there.isEmpty() || random.nextInt(100) < (i / 500 % 2 == 0 ? 60 : 40)) {
                come(random.nextInt(20));
            } else {
                go(there.get(random.nextInt(there.size())));
            }
            if (random.nextInt(3) == 0) {
                assertThat(newest.get()).isEqualTo(there.stream().max(Comparator.naturalOrder()));
            }
        }
    }

    @Test
    void momentsAreLookedThroughOnlyWhereTheNewestHasGone() {
        come(1);
        come(3);
        come(3);
        go(second(3));
        assertThat(newest.get()).contains(second(3));
        go(second(3));
        come(4);
        assertThat(newest.get()).contains(second(4));
        assertThat(looks).isZero();

        go(second(4));
        assertThat(newest.get()).contains(second(1));
        assertThat(looks).isPositive();
    }

    private void come(int second) {
        there.add(second(second));
        newest.add(second(second));
    }

    private void go(Instant moment) {
        there.remove(moment);
        newest.remove(moment);
    }

    private static Instant second(int second) {
        return Instant.ofEpochSecond(second);
    }
}
