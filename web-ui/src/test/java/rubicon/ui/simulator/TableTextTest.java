package rubicon.ui.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;

final class TableTextTest {
    private static final int ROWS = 91;

    @Test
    void aRowMoreAtTheEndOfALongTableIsAFewLetters() {
        ParameterPayload table = table(ROWS);
        ArrayNode longer = table.defaultValue().deepCopy();
        ObjectNode added = longer.get(ROWS - 1).deepCopy();
        added.put("end2026", 0.75);
        longer.add(added);

        Map<String, String> texts = TableText.of(table, longer);

        assertThat(texts)
                .isEqualTo(Map.of("positions.rows", "1-91,91", "positions.92.end2026", "0.75"));
        assertThat(Json.same(read(table, texts), longer)).isTrue();
    }

    @Test
    void aRowLessInTheMiddleIsToldByThoseThatStay() {
        ParameterPayload table = table(ROWS);
        ArrayNode shorter = table.defaultValue().deepCopy();
        shorter.remove(40);

        assertThat(TableText.of(table, shorter)).isEqualTo(Map.of("positions.rows", "1-40,42-91"));
    }

    @Test
    void aChangedCellIsToldByItself() {
        ParameterPayload table = table(3);
        ArrayNode changed = table.defaultValue().deepCopy();
        ((ObjectNode) changed.get(1)).put("gain", 0);

        assertThat(TableText.of(table, changed)).isEqualTo(Map.of("positions.2.gain", "0"));
    }

    @RepeatedTest(200)
    void anyTableIsReadAsItWasWritten(RepetitionInfo repetition) {
        var random = new SplittableRandom(repetition.getCurrentRepetition());
        ParameterPayload table = table(1 + random.nextInt(8));
        ArrayNode changed = table.defaultValue().deepCopy();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int row = random.nextInt(changed.size());
            switch (random.nextInt(4)) {
                case 0 -> changed.insert(row, changed.get(row).deepCopy());
                case 1 -> changed.add(table(9).defaultValue().get(8));
                case 2 -> ((ObjectNode) changed.get(row)).put("end2025", random.nextDouble());
                default -> {
                    if (changed.size() > 1) {
                        changed.remove(row);
                    }
                }
            }
        }

        Map<String, String> texts = TableText.of(table, changed);

        if (texts.isEmpty()) {
            assertThat(Json.same(changed, table.defaultValue())).isTrue();
        } else {
            assertThat(Json.same(read(table, texts), changed)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "4", "2-1", "1-", "a", "1,,2", "1-2-3", "1-99999999999"})
    void rowsThatAreNotThereAreSaidAndChangeNothing(String rows) {
        List<String> wrong = new ArrayList<>();

        assertThat(TableText.read(table(3), Map.of("positions.rows", rows), wrong::add)).isEmpty();
        assertThat(wrong).containsExactly("positions.rows");
    }

    @Test
    void noAddressMakesATableWithoutEnd() {
        String rows = "1-91,".repeat(200) + "1";
        List<String> wrong = new ArrayList<>();

        assertThat(TableText.read(table(ROWS), Map.of("positions.rows", rows), wrong::add))
                .isEmpty();
        assertThat(wrong).containsExactly("positions.rows");
    }

    private static JsonNode read(ParameterPayload table, Map<String, String> texts) {
        List<String> wrong = new ArrayList<>();
        JsonNode read = TableText.read(table, texts, wrong::add).orElseThrow();
        assertThat(wrong).isEmpty();
        return read;
    }

    /// The toy's table with so many rows.
    private static ParameterPayload table(int rows) {
        ParameterPayload toy = Toys.parameter("positions");
        ArrayNode usual = Json.NODES.arrayNode();
        for (int row = 0; row < rows; row++) {
            ObjectNode next = toy.defaultValue().get(0).deepCopy();
            usual.add(next.put("category", "category-" + row).put("end2024", row / 100.0));
        }
        return new ParameterPayload(
                toy.name(),
                toy.symbol(),
                toy.unit(),
                toy.meaning(),
                toy.type(),
                usual,
                toy.min(),
                toy.max(),
                toy.scale(),
                toy.allowed(),
                toy.choices(),
                toy.columns(),
                toy.prior(),
                toy.drawable(),
                toy.onlyFor(),
                toy.origin(),
                toy.calibrated(),
                toy.ledger(),
                toy.source());
    }
}
