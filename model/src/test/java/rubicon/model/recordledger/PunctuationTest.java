package rubicon.model.recordledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rubicon.model.recordledger.Attempt.Start;
import rubicon.model.recordledger.Punctuation.Generation;
import rubicon.model.recordledger.Punctuation.Release;

class PunctuationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
    private static final List<Release> RELEASES =
            List.of(new Release("one", DAY.plusDays(10)), new Release("two", DAY.plusDays(50)));

    private static final List<Attempt> ATTEMPTS =
            List.of(
                    fixed(0, 1),
                    fixed(12, 1.5),
                    fixed(15, 1.95),
                    fixed(30, 2),
                    fixed(40, 1.8),
                    fixed(51, 2.5));

    @Test
    void aJumpIsWhatTheBestRoseAndThePlateauBeginsNearItsEnd() {
        var generations = read(ATTEMPTS).generations();
        assertThat(generations)
                .containsExactly(
                        new Generation("one", DAY.plusDays(10), 1, 1, 5, 35, true),
                        new Generation("two", DAY.plusDays(50), 2, 0.5, 1, 9, false));
    }

    @Test
    void theJumpsAreTheWholeRise() {
        double jumps = read(ATTEMPTS).generations().stream().mapToDouble(Generation::jump).sum();
        assertThat(jumps).isCloseTo(2.5 - 1, within(1e-12));
    }

    @Test
    void aGenerationThatDoesNothingRestsFromItsFirstDay() {
        var generations = read(ATTEMPTS.subList(0, 5)).generations();
        assertThat(generations.getLast())
                .isEqualTo(new Generation("two", DAY.plusDays(50), 2, 0, 0, 10, false));
    }

    @Test
    void fixedAndRunningStartsAreNeverJoined() {
        List<Attempt> both = new ArrayList<>(ATTEMPTS);
        both.add(new Attempt(DAY, 5, Start.RUNNING));
        both.add(new Attempt(DAY.plusDays(20), 6, Start.RUNNING));
        var read = Punctuation.of(both, RELEASES, DAY.plusDays(60));
        assertThat(read).extracting(Punctuation::start).containsExactly(Start.FIXED, Start.RUNNING);
        assertThat(read.getFirst()).isEqualTo(read(ATTEMPTS));
        assertThat(read.getLast().generations())
                .extracting(Generation::jump)
                .containsExactly(1.0, 0.0);
    }

    @Test
    void aGenerationBeforeTheFirstAttemptIsLeftOut() {
        assertThat(read(ATTEMPTS.subList(1, 6)).generations())
                .extracting(Generation::name)
                .containsExactly("two");
    }

    @Test
    void whatIsLaterThanTodayDoesNotCountAndTheOrderDoesNotMatter() {
        List<Attempt> more = new ArrayList<>(ATTEMPTS);
        more.add(fixed(61, 99));
        more.addAll(ATTEMPTS);
        Collections.shuffle(more, new Random(1));
        assertThat(read(more)).isEqualTo(read(ATTEMPTS));
    }

    private static Punctuation read(List<Attempt> attempts) {
        return Punctuation.of(attempts, RELEASES, DAY.plusDays(60)).getFirst();
    }

    private static Attempt fixed(int day, double height) {
        return new Attempt(DAY.plusDays(day), height, Start.FIXED);
    }
}
