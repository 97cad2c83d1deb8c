package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.testing.Wire;

final class EntryChangeTest {
    private static final IndicatorPayload BEFORE =
            Wire.indicator("x", "Old", "LAB", "SHARE", "LIVE", List.of());

    @Test
    void shortTextsAreToldBeforeAndAfterOthersByTheirField() {
        IndicatorPayload after =
                Wire.indicator("x", "New", "LAB", "SHARE", "FROZEN", List.of("bug-fixes"));

        assertThat(EntryChange.words(BEFORE, after))
                .containsExactly(
                        "title Old → New", "categories", "feed LIVE → FROZEN", "staleAfter");
    }

    @Test
    void anEntryThatSaysTheSameWasWrittenElsewhere() {
        assertThat(EntryChange.words(BEFORE, BEFORE.withVersion(2)))
                .containsExactly("where it is written");
    }

    @Test
    void everyFieldIsCompared() {
        assertThat(EntryChange.FIELDS.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(IndicatorPayload.class.getRecordComponents())
                                .map(RecordComponent::getName)
                                .filter(name -> !List.of("id", "version").contains(name))
                                .toList());
    }
}
