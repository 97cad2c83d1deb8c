package rubicon.model.capabilityindex;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LargestPartTest {
    @Test
    void whatHoldsMostScoresStaysWithItsNames() {
        var table =
                new ScoreTable(
                        List.of("a", "b", "c"),
                        List.of("x", "y", "z"),
                        List.of(new Score(0, 0, 0.1), new Score(1, 2, 0.2), new Score(2, 2, 0.3)));
        assertThat(table.parts()).isEqualTo(3);
        assertThat(table.largestPart())
                .isEqualTo(
                        new ScoreTable(
                                List.of("b", "c"),
                                List.of("z"),
                                List.of(new Score(0, 0, 0.2), new Score(1, 0, 0.3))));
    }

    /// Any table: what is left hangs together, keeps every score of its models, and is itself its
    /// largest part.
    @Test
    void theLargestPartIsOnePart() {
        var random = new Random(3);
        for (int run = 0; run < 300; run++) {
            int models = 1 + random.nextInt(8);
            int benchmarks = 1 + random.nextInt(8);
            List<Score> scores = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(12); i++) {
                scores.add(
                        new Score(
                                random.nextInt(models),
                                random.nextInt(benchmarks),
                                random.nextDouble()));
            }
            var table = new ScoreTable(names("m", models), names("b", benchmarks), scores);
            ScoreTable part = table.largestPart();
            assertThat(part.parts()).as("run %d", run).isEqualTo(1);
            assertThat(part.largestPart()).isEqualTo(part);
            for (String model : part.models()) {
                assertThat(of(part, model)).isEqualTo(of(table, model));
            }
            if (table.parts() == 1) {
                assertThat(part).isEqualTo(table);
            }
        }
    }

    private static List<String> of(ScoreTable table, String model) {
        return table.scores().stream()
                .filter(it -> table.models().get(it.model()).equals(model))
                .map(it -> table.benchmarks().get(it.benchmark()) + " " + it.value())
                .toList();
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(it -> prefix + it).toList();
    }
}
