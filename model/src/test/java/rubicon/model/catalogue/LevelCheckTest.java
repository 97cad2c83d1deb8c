package rubicon.model.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.ViewPayload;
import rubicon.model.wire.ViewPayload.MissingPayload;

class LevelCheckTest {
    private static final List<ViewPayload> ALL =
            Stream.of("MODEL", "RESEARCHER", "LAB", "ECONOMY").map(id -> level(id, "why")).toList();

    @Test
    void eachLevelKeepsWhatItAsksAndWhatItLacks() {
        List<Level> levels = LevelCheck.read(ALL);

        assertThat(levels).extracting(Level::view).containsExactly(View.values());
        assertThat(levels.getLast().missing())
                .containsExactly(new Level.Missing("a series", "why", null));
    }

    @Test
    void aLevelThatIsAbsentOrThereTwiceIsRefused() {
        assertThatThrownBy(() -> LevelCheck.read(ALL.subList(0, 3)))
                .hasMessageContaining("levels are [MODEL, RESEARCHER, LAB], not each of");
        assertThatThrownBy(() ->
                        LevelCheck.read(
                                Stream.concat(ALL.stream(), ALL.stream().limit(1)).toList()))
                .hasMessageContaining("levels are [MODEL, MODEL,");
    }

    @Test
    void aFaultIsNamedWithItsLevel() {
        assertThatThrownBy(() -> LevelCheck.read(List.of(level("LAB", null))))
                .hasMessage("level LAB: missing.why is missing");
        assertThatThrownBy(() -> LevelCheck.read(List.of(level("WORLD", "why"))))
                .hasMessageContaining("level WORLD: id 'WORLD' is none of");
    }

    @Test
    void whatIsPublicAndNotHeldNamesItsIndicator() {
        ViewPayload lab = lacking("LAB", new MissingPayload("a score", "in a card", "a-score"));
        List<ViewPayload> all = List.of(ALL.get(0), ALL.get(1), lab, ALL.get(3));

        assertThat(LevelCheck.read(all).get(2).missing())
                .containsExactly(
                        new Level.Missing("a score", "in a card", new IndicatorId("a-score")));
        assertThatThrownBy(() ->
                        LevelCheck.read(
                                List.of(
                                        lacking(
                                                "LAB",
                                                new MissingPayload("a score", "why", "A Score")))))
                .hasMessage("level LAB: missing.indicator 'A Score' is not an indicator id");
    }

    private static ViewPayload level(String id, @Nullable String why) {
        return lacking(id, new MissingPayload("a series", why, null));
    }

    private static ViewPayload lacking(String id, MissingPayload missing) {
        return new ViewPayload(id, "A level", "What of it?", "This of it.", List.of(missing));
    }
}
