package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RowKeyTest {

    @Test
    void rowIsRememberedWithItsFile_AndReadAlsoWhereNoneWasRemembered() {
        RowKey one = new RowKey("upstream", "an-indicator", "one");
        RowKey odd = new RowKey("upstream", "an-indicator", "of two\nlines");
        List<String> texts = RowKey.texts(new TreeMap<>(Map.of(one, "b/a.csv", odd, "")));
        assertThat(texts)
                .containsExactly(
                        "upstream\nan-indicator\nof two\nlines",
                        "upstream\nan-indicator\none\u001fb/a.csv");
        assertThat(RowKey.remembered(texts)).isEqualTo(Map.of(one, "b/a.csv", odd, ""));
    }
}
