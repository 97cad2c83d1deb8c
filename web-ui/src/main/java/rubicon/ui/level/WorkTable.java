package rubicon.ui.level;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.CategoryPayload;
import rubicon.model.wire.CategoryPayload.CountedPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.indicator.IndicatorsViewState;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;

/// The kinds of R&D work: what speaks of each, how well, and the best value of what is counted.
final class WorkTable extends Composite<DataTable> {
    private final DataTable table =
            new DataTable(
                    "Kinds of R&D work and what speaks of them",
                    DataTable.Column.text("Kind of work"),
                    DataTable.Column.text("Evidence"),
                    DataTable.Column.text("Counted, with its best value"),
                    DataTable.Column.text("Shown beside"));
    private final Map<String, IndicatorPayload> indicators;
    private final Held held;

    WorkTable(List<CategoryPayload> categories, List<IndicatorPayload> indicators, Held held) {
        this.indicators =
                indicators.stream()
                        .collect(
                                Collectors.toMap(
                                        it -> String.valueOf(it.id()), Function.identity()));
        this.held = held;
        categories.forEach(this::addRow);
    }

    @Override
    protected DataTable initContent() {
        return table;
    }

    private void addRow(CategoryPayload category) {
        Anchor name =
                Parts.link(
                        IndicatorNavigation.list(
                                IndicatorsViewState.ofCategory(String.valueOf(category.id()))),
                        String.valueOf(category.title()));
        name.addClassName("row-link");
        table.row(
                        described(name, category.description()),
                        described(strength(category.strength()), category.strengthReason()),
                        counted(category),
                        beside(category))
                .setTestId("work-row");
    }

    private static Div described(Component what, @Nullable String words) {
        Div described = Parts.stacked(what, words == null ? "" : words);
        described.addClassName("described");
        return described;
    }

    private static Badge strength(@Nullable String strength) {
        return switch (strength == null ? "" : strength) {
            case "STRONG" -> new Badge("strong", Badge.Tone.GOOD);
            case "FAIR" -> new Badge("fair", Badge.Tone.INFO);
            case "WEAK" -> new Badge("weak", Badge.Tone.WARNING);
            default -> new Badge("no public measure", Badge.Tone.CRITICAL);
        };
    }

    private Component counted(CategoryPayload category) {
        if (category.counted() == null || category.counted().isEmpty()) {
            return new Span("nothing");
        }
        Div list = new Div();
        list.addClassName("counted");
        for (CountedPayload it : category.counted()) {
            String id = String.valueOf(it.indicator());
            IndicatorPayload indicator = indicators.get(id);
            Div line = new Div();
            line.add(
                    Parts.link(
                            IndicatorNavigation.indicator(id),
                            indicator == null || indicator.title() == null
                                    ? id
                                    : indicator.title()));
            line.add(value(indicator, it.weight()));
            list.add(line);
        }
        return list;
    }

    private Span value(@Nullable IndicatorPayload indicator, @Nullable Double weight) {
        String best =
                indicator == null ? Formats.UNKNOWN : held.value(indicator).orElse(Formats.UNKNOWN);
        Span value = new Span(best + (weight == null || weight == 1 ? "" : " · half weight"));
        value.addClassName("counted-value");
        return value;
    }

    private static Component beside(CategoryPayload category) {
        int shown = category.shown() == null ? 0 : category.shown().size();
        return shown == 0
                ? new Span("nothing")
                : Parts.link(
                        IndicatorNavigation.list(
                                IndicatorsViewState.ofCategory(String.valueOf(category.id()))),
                        shown == 1 ? "1 indicator" : shown + " indicators");
    }
}
