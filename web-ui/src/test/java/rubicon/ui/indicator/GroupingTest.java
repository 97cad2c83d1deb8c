package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.CategoryPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.testing.BuiltIn;
import rubicon.ui.testing.Wire;

final class GroupingTest {
    private static final List<CategoryPayload> WORK = BuiltIn.categories();

    @Test
    void modelsAreDividedByKindOfWorkAndIndicesAndForecastsStandApart() {
        var groups =
                Grouping.LEVEL.groups(
                        List.of(
                                entry("f", "LAB", "FORECAST"),
                                entry("i", "MODEL", "INDEX", "bug-fixes"),
                                entry("e", "ECONOMY", "RECORD_LEDGER"),
                                entry("m", "MODEL", "MEASUREMENT"),
                                entry("u", "MODEL", "MEASUREMENT", "a-new-kind"),
                                entry("b", "MODEL", "SHARE", "bug-fixes", "synthetic-data")),
                        WORK);

        assertThat(titles(groups))
                .containsExactly(
                        "Model: across kinds of work: m u",
                        "Model: bug fixes: b",
                        "Economy: e",
                        "Indices: i",
                        "Forecasts made here: f");
    }

    @Test
    void kindsOfQuantityAreKeptApart() {
        var groups =
                Grouping.KIND.groups(
                        List.of(
                                entry("s", "LAB", "SHARE"),
                                entry("r", "MODEL", "RECORD_LEDGER"),
                                entry("m", "MODEL", "MEASUREMENT")),
                        WORK);

        assertThat(titles(groups))
                .containsExactly("Measurements: m", "Record ledgers: r", "Shares: s");
    }

    @Test
    void everyEntryOfTheCatalogueIsInExactlyOneGroup() {
        List<IndicatorPayload> all = BuiltIn.indicators();
        for (Grouping grouping : Grouping.values()) {
            assertThat(grouping.groups(all, WORK).values().stream().flatMap(List::stream))
                    .containsExactlyInAnyOrderElementsOf(all);
        }
        assertThat(Grouping.LEVEL.groups(all, WORK).values())
                .as("groups that can be taken in at a glance")
                .allSatisfy(it -> assertThat(it).hasSizeLessThanOrEqualTo(20));
    }

    private static IndicatorPayload entry(String id, String view, String kind, String... work) {
        return Wire.indicator(id, id, view, kind, "LIVE", List.of(work));
    }

    private static List<String> titles(SequencedMap<String, List<IndicatorPayload>> groups) {
        return groups.entrySet().stream()
                .map(it ->
                        it.getKey()
                                + ": "
                                + String.join(
                                        " ",
                                        it.getValue().stream()
                                                .map(each -> String.valueOf(each.id()))
                                                .toList()))
                .toList();
    }
}
