package rubicon.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IndicatorIdTest {
    private static final Pattern SYNTAX = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String CHARACTERS = "az09--é_A \n";

    @Test
    void idIsLowerCaseWordsJoinedByHyphens() {
        Random random = new Random(7);
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            String id = text.toString();
            assertThat(IndicatorId.isValid(id)).as(id).isEqualTo(SYNTAX.matcher(id).matches());
        }
    }

    @Test
    void idHasAtMostAHundredCharacters() {
        assertThat(IndicatorId.isValid("a".repeat(100))).isTrue();
        assertThat(IndicatorId.isValid("a".repeat(101))).isFalse();
    }
}
