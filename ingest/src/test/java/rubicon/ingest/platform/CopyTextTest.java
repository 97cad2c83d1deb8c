package rubicon.ingest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CopyTextTest {
    private static final List<CopiedColumn<String>> COLUMNS =
            List.of(
                    new CopiedColumn<>("id", String::length),
                    new CopiedColumn<>("said", it -> it.isEmpty() ? null : it));

    @Test
    void statementNamesTheColumnsInTheirOrder() {
        assertThat(CopyText.statement("things", COLUMNS))
                .isEqualTo("copy things (id, said) from stdin");
    }

    @Test
    void eachRowIsALineAndNullIsNoText() {
        assertThat(CopyText.of(COLUMNS, Arrays.asList("one", "", "drei")))
                .isEqualTo("3\tone\n0\t\\N\n4\tdrei\n");
    }

    @Test
    void whatPostgresqlWouldTakeForAnythingElseIsEscaped() {
        assertThat(CopyText.of(COLUMNS, List.of("a\tb\nc\rd\\N\\")))
                .isEqualTo("10\ta\\tb\\nc\\rd\\\\N\\\\\n");
    }
}
