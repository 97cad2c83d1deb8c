package rubicon.model.capabilityindex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.capabilityindex.Frontier.Released;

class FrontierTest {
    private static final LocalDate START = LocalDate.of(2023, 1, 1);

    @Test
    void onlyTheBestOfADayIsAheadAndTiesAreNot() {
        Frontier frontier =
                Frontier.of(
                        List.of(
                                new Released("late", START.plusDays(100), 2),
                                new Released("small", START, 0.5),
                                new Released("large", START, 1),
                                new Released("equal", START.plusDays(50), 1)));
        assertThat(frontier.models()).extracting(Released::model).containsExactly("large", "late");
        assertThat(frontier.perYear().slope()).isCloseTo(365.25 / 100, within(1e-9));
        assertThat(frontier.sharpestBreak()).isEmpty();
    }

    @Test
    void theBreakLiesWhereTheSlopeChanges() {
        List<Released> models = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            double capability = i < 7 ? 0.1 * i : 0.9 + 0.4 * (i - 7);
            models.add(new Released("m" + i, START.plusDays(60L * i), capability));
        }
        var found = Frontier.of(models).sharpestBreak().orElseThrow();
        assertThat(found.on()).isEqualTo(START.plusDays(60 * 7));
        assertThat(found.after().slope() / found.before().slope()).isCloseTo(4, within(1e-9));
    }
}
