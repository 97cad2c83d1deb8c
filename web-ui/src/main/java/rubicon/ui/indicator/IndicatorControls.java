package rubicon.ui.indicator;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.SeriesReading;
import rubicon.ui.chart.TimeRange;
import rubicon.ui.chart.YScale;
import rubicon.ui.shell.AsOf;
import rubicon.ui.shell.Formats;

/// How the indicator is looked at. Each choice becomes the page's address.
final class IndicatorControls extends Div {
    private final Consumer<IndicatorViewState> changed;
    private final InstantSource clock;
    private final Choice<IndicatorTab> tabs = new Choice<>("What is shown");
    private final Choice<YScale> scales = new Choice<>("Scale");
    private final Choice<Boolean> intervals = new Choice<>("Intervals");
    private final Choice<SeriesReading> readings = new Choice<>("Reading");
    private final Choice<TimeRange> ranges = new Choice<>("Time range");
    private final DatePicker asOf = new DatePicker();
    private final Div past = new Div();
    private final Span pastText = new Span();
    private final LayerChips layers;
    private IndicatorViewState state = IndicatorViewState.DEFAULT;
    private YScale catalogue = YScale.LINEAR;
    private boolean showIntervals;
    private boolean haveIntervals;

    IndicatorControls(Consumer<IndicatorViewState> changed, InstantSource clock) {
        this.changed = changed;
        this.clock = clock;
        addClassName("controls");
        for (IndicatorTab tab : IndicatorTab.values()) {
            tabs.with(tab, tab.title(), "tab-" + tab.key(), t -> changed.accept(state.withTab(t)));
        }
        tabs.addClassName("tabs");
        scales.with(YScale.LOG, "Log", "scale-log", this::scale)
                .with(YScale.LINEAR, "Linear", "scale-linear", this::scale);
        intervals
                .with(true, "Intervals", "ci-95", this::interval)
                .with(false, "None", "ci-none", this::interval);
        reading(SeriesReading.COUNTED, "Counted", "Neither disputed nor held");
        reading(SeriesReading.STANDING, "Standing", "Every last word, disputed and held ones too");
        reading(SeriesReading.ALL, "All", "Every value that was stated last, withdrawn ones too");
        reading(
                SeriesReading.CLEAN,
                "Clean",
                "What counts, without a flag of leakage or hacking: what rules read");
        reading(
                SeriesReading.INDEPENDENT,
                "Independent",
                "What is clean and was measured by a third party");
        range(TimeRange.ALL, "All");
        range(TimeRange.since(LocalDate.of(2023, 1, 1)), "2023 on");
        range(TimeRange.since(LocalDate.of(2025, 1, 1)), "2025 on");
        Div row = new Div(tabs, new Div(readings, ranges, scales, intervals, asOfPicker()));
        row.addClassName("controls-row");
        layers = new LayerChips(chosen -> changed.accept(state.withLayers(chosen)));
        add(row, pastNotice(), layers);
    }

    void show(IndicatorViewState now, YScale own, @Nullable Instant answeredFor) {
        state = now;
        catalogue = own;
        tabs.press(now.tab());
        scales.press(now.scale() == null ? own : now.scale());
        intervals.press(now.intervals());
        ranges.press(now.time());
        readings.press(now.reading());
        Instant at = now.asOf();
        asOf.setValue(at == null ? null : at.atOffset(ZoneOffset.UTC).toLocalDate());
        past.setVisible(at != null);
        if (at != null) {
            Instant moment = answeredFor == null ? at : answeredFor;
            pastText.setText(
                    "As the ledger stood on " + Formats.moment(moment) + ". Nothing moves here.");
        }
        boolean drawn = now.tab() == IndicatorTab.CHART;
        scales.setVisible(drawn);
        showIntervals = drawn;
        intervals.setVisible(drawn && haveIntervals);
        ranges.setVisible(now.tab() != IndicatorTab.SOURCES);
        readings.setVisible(now.tab() != IndicatorTab.SOURCES);
        layers.press(now.layers(), now.tab() != IndicatorTab.SOURCES);
    }

    /// Offers the layers of which there is something.
    void offerLayers(Map<Layer, Integer> counts) {
        layers.offer(counts);
    }

    /// Offers intervals where values have some.
    void offerIntervals(boolean have) {
        haveIntervals = have;
        intervals.setVisible(showIntervals && have);
    }

    private void range(TimeRange range, String text) {
        ranges.with(
                range,
                text,
                "time-" + range.key(),
                chosen -> changed.accept(state.withTime(chosen)));
    }

    private void reading(SeriesReading reading, String text, String meaning) {
        readings.with(
                reading,
                text,
                "reading-" + IndicatorViewState.key(reading),
                chosen -> changed.accept(state.withReading(chosen)));
        readings.explain(reading, meaning);
    }

    private void scale(YScale chosen) {
        changed.accept(state.withScale(chosen, catalogue));
    }

    private void interval(boolean shown) {
        changed.accept(state.withIntervals(shown));
    }

    private DatePicker asOfPicker() {
        asOf.setPlaceholder("As of …");
        asOf.setAriaLabel("Show the ledger as of a day");
        asOf.setI18n(new DatePicker.DatePickerI18n().setDateFormat("yyyy-MM-dd"));
        asOf.setClearButtonVisible(true);
        asOf.setTestId("as-of");
        asOf.addClassName("as-of");
        asOf.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                changed.accept(state.withAsOf(moment(change.getValue())));
            }
        });
        return asOf;
    }

    private Div pastNotice() {
        NativeButton back =
                new NativeButton("Back to live", click -> changed.accept(state.withAsOf(null)));
        back.addClassName("text-button");
        back.setTestId("back-to-live");
        past.add(pastText, back);
        past.addClassName("past");
        past.getElement().setAttribute("role", "status");
        return past;
    }

    private @Nullable Instant moment(@Nullable LocalDate day) {
        return day == null ? null : AsOf.upToNow(AsOf.endOf(day), clock.instant());
    }
}
