package rubicon.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ContestTest {

    @Test
    void ratiosAreTakenPairByPair() {
        Contest contest = contest(new Bar("lean", 0.5));
        // Ratios 0.9, 0.4, 0.5: the medians' own ratio would be 400 / 1,000.
        pair(contest, 900, 1_000);
        pair(contest, 400, 1_000);
        pair(contest, 250, 500);
        assertThat(contest.isMet()).isTrue();
        assertThat(contest.table().lines())
                .containsExactly(
                        "records/s                               min     median        max",
                        "rubicon                                 250        400        900",
                        "lean                                    500      1,000      1,000",
                        "rubicon / lean                        0.400      0.500      0.900   bar 0.50 met");
    }

    @Test
    void aMedianBelowTheBarMissesIt() {
        Contest contest = contest(new Bar("lean", 0.51));
        pair(contest, 600, 1_000);
        pair(contest, 400, 1_000);
        assertThat(contest.isMet()).isFalse();
        assertThat(contest.table()).endsWith("0.400      0.500      0.600   bar 0.51 missed");
    }

    @Test
    void aPeerWithoutABarIsOnlyShown() {
        Contest contest = contest(new Bar("lean", 0));
        pair(contest, 1, 1_000);
        assertThat(contest.isMet()).isTrue();
        assertThat(contest.table()).endsWith("0.001      0.001      0.001");
    }

    @Test
    void aTurnIsToldAtOnce() {
        assertThat(contest(new Bar("lean", 0)).add("pair-1", "lean", 3_000, Duration.ofMillis(500)))
                .isEqualTo("pair-1    lean              6,000 records/s");
    }

    private static Contest contest(Bar bar) {
        return new Contest("records/s", List.of(bar));
    }

    private static void pair(Contest contest, long rubicon, long lean) {
        contest.add("pair", Contest.HOUSE, rubicon, Duration.ofSeconds(1));
        contest.add("pair", "lean", 2 * lean, Duration.ofSeconds(2));
    }
}
