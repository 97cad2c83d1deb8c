package rubicon.ui.indicator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import rubicon.model.wire.CategoryPayload;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.SelectBox;

/// What of the catalogue is listed: level, kinds, data, words, and how the list is divided.
final class IndicatorsControls extends Div {
    private static final String ALL = "";

    private final Consumer<IndicatorsViewState> chosen;
    private final Consumer<IndicatorsViewState> typed;
    private final Choice<Optional<String>> views = new Choice<>("Level of abstraction");
    private final Choice<Grouping> groupings = new Choice<>("Divided by");
    private final SelectBox kinds =
            new SelectBox("Kind of quantity", it -> chose(state().withKind(optional(it))))
                    .withTestId("kind");
    private final SelectBox categories =
            new SelectBox("Kind of work", it -> chose(state().withCategory(optional(it))))
                    .withTestId("category");
    private final NativeButton dataOnly =
            new NativeButton(
                    "With data only", _ -> chose(state().withDataOnly(!state().dataOnly())));
    private final TextField search = new TextField();
    private final Span count = new Span();
    private IndicatorsViewState state = IndicatorsViewState.DEFAULT;

    /// @param chosen a step in the browser's history
    /// @param typed words, which are none
    IndicatorsControls(Consumer<IndicatorsViewState> chosen, Consumer<IndicatorsViewState> typed) {
        this.chosen = chosen;
        this.typed = typed;
        addClassName("list-controls");
        views.with(Optional.empty(), "All levels", "view-all", this::choseView);
        IndicatorsViewState.VIEWS.forEach(it ->
                views.with(Optional.of(it), Formats.sentence(it), "view-" + it, this::choseView));
        groupings
                .with(Grouping.LEVEL, "By level", "group-level", this::choseGrouping)
                .with(Grouping.KIND, "By kind", "group-kind", this::choseGrouping)
                .with(Grouping.NONE, "One list", "group-none", this::choseGrouping);
        dataOnly.addClassName("chip");
        dataOnly.setTestId("data-only");
        count.addClassName("count");
        count.setTestId("indicator-count");
        count.getElement().setAttribute("role", "status");
        Div filters = new Div(views, kinds, categories, dataOnly);
        Div rest = new Div(count, groupings, searchField());
        add(filters, rest);
    }

    void show(IndicatorsViewState next, List<CategoryPayload> known) {
        state = next;
        views.press(next.view());
        groupings.press(next.grouping());
        dataOnly.getElement().setAttribute("aria-pressed", String.valueOf(next.dataOnly()));
        search.setValue(next.text());
        Map<String, String> kindTexts = new LinkedHashMap<>();
        kindTexts.put(ALL, "All kinds of quantity");
        IndicatorsViewState.KINDS.forEach(it -> kindTexts.put(it, Formats.sentence(it)));
        kinds.show(kindTexts, next.kind().orElse(ALL));
        Map<String, String> workTexts = new LinkedHashMap<>();
        workTexts.put(ALL, "All kinds of work");
        known.forEach(it -> workTexts.put(String.valueOf(it.id()), String.valueOf(it.title())));
        next.category().ifPresent(it -> workTexts.putIfAbsent(it, it));
        categories.show(workTexts, next.category().orElse(ALL));
    }

    void showCount(int listed, int all) {
        count.setText(listed + " of " + all);
    }

    private IndicatorsViewState state() {
        return state;
    }

    private void choseView(Optional<String> view) {
        chose(state.withView(view));
    }

    private void choseGrouping(Grouping grouping) {
        chose(state.withGrouping(grouping));
    }

    private void chose(IndicatorsViewState next) {
        if (!next.equals(state)) {
            chosen.accept(next);
        }
    }

    private TextField searchField() {
        search.setPlaceholder("Search indicators");
        search.setAriaLabel("Search indicators");
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(150);
        search.setTestId("indicator-search");
        search.addValueChangeListener(change -> searched(change.getValue().strip()));
        return search;
    }

    private void searched(String text) {
        if (!text.equals(state.text())) {
            state = state.withText(text);
            typed.accept(state);
        }
    }

    private static Optional<String> optional(String value) {
        return value.isEmpty() ? Optional.empty() : Optional.of(value);
    }
}
