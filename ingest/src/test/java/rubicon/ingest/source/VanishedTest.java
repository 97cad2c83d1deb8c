package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VanishedTest {
    private static final String LARGE = "large.csv";
    private static final String SMALL = "small.csv";
    private static final Map<RowKey, String> BEFORE = rows(LARGE, 0, 100, SMALL, 0, 3);

    @Test
    void aTenthOfEachFileAndOfAllMayVanish() {
        Vanished vanished = Vanished.of(BEFORE, rows(LARGE, 0, 10, SMALL, 0, 0), List.of());
        assertThat(vanished).isEqualTo(new Vanished(Map.of(), List.of()));
    }

    @Test
    void rowsOfAFileThatHasNoneLeftStayWhileTheFewOfAnotherGo() {
        Vanished vanished = Vanished.of(BEFORE, rows(LARGE, 0, 2, SMALL, 0, 3), List.of());
        assertThat(vanished.held()).isEqualTo(rows(LARGE, 0, 0, SMALL, 0, 3));
        assertThat(vanished.words())
                .containsExactly(
                        "3 of 3 rows of 'small.csv' vanished and none was withdrawn: small.csv-0"
                                + " (indicator), small.csv-1 (indicator), small.csv-2 (indicator)");
    }

    @Test
    void overATenthOfAllStaysWhole() {
        Map<RowKey, String> gone = rows(LARGE, 0, 9, SMALL, 0, 2);
        assertThat(Vanished.of(BEFORE, gone, List.of()).held()).isEqualTo(gone);
        Vanished vanished = Vanished.of(BEFORE, rows(LARGE, 0, 30, SMALL, 0, 0), List.of());
        assertThat(vanished.words())
                .singleElement()
                .asString()
                .startsWith("30 of 103 rows vanished and none was withdrawn: ")
                .endsWith(" and 10 more");
    }

    @Test
    void fileThatIsGoneIsNamedAlsoWithoutARow_AndKeepsWhatMayHaveStoodInIt() {
        Map<RowKey, String> unknown = rows("", 0, 100, "", 0, 0);
        Map<RowKey, String> gone = rows("", 0, 2, "", 0, 0);
        assertThat(Vanished.of(unknown, Map.of(), List.of(SMALL)).words())
                .containsExactly("the file 'small.csv' is gone");
        assertThat(Vanished.of(unknown, gone, List.of(SMALL)).held()).isEqualTo(gone);
        assertThat(Vanished.of(unknown, gone, List.of()).held()).isEmpty();
    }

    private static Map<RowKey, String> rows(
            String one, int from, int to, String other, int otherFrom, int otherTo) {
        Map<RowKey, String> rows = new LinkedHashMap<>();
        IntStream.range(from, to).forEach(i -> rows.put(row(one, i), one));
        IntStream.range(otherFrom, otherTo).forEach(i -> rows.put(row(other, i), other));
        return rows;
    }

    private static RowKey row(String file, int number) {
        return new RowKey("upstream", "indicator", "%s-%d".formatted(file, number));
    }
}
