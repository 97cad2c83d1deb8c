package rubicon.ui.indicator;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.shell.Formats;

/// The numbers of an indicator at a glance.
final class IndicatorNumbers extends Div {
    private final Span best = new Span(Formats.UNKNOWN);
    private final Span bestDetail = new Span();
    private final Span doubling = new Span(Formats.UNKNOWN);
    private final Span doublingDetail = new Span();
    private final Span results = new Span(Formats.UNKNOWN);
    private final Span resultsDetail = new Span();
    private final Span verdict = new Span(Formats.UNKNOWN);
    private final Span verdictDetail = new Span();

    IndicatorNumbers(String id) {
        addClassName("numbers");
        best.setTestId("indicator-value-" + id);
        doubling.setTestId("doubling-time");
        results.setTestId("result-count");
        add(
                number("Best value", best, bestDetail),
                number("Doubling time", doubling, doublingDetail),
                number("Course", verdict, verdictDetail),
                number("Results", results, resultsDetail));
    }

    void show(IndicatorStatePayload state) {
        showBest(state);
        showDoubling(state);
        String course = state.verdict();
        verdict.setText(course == null ? Formats.UNKNOWN : sentence(Formats.words(course)));
        verdictDetail.setText(
                course == null ? state.reasons().getOrDefault("verdict", "not judged") : "");
        results.setText(Formats.count(state.counts().standing()));
        resultsDetail.setText(
                "%d disputed, %d retracted"
                        .formatted(state.counts().disputed(), state.counts().retracted()));
    }

    private void showBest(IndicatorStatePayload state) {
        if (state.frontier().isEmpty()) {
            best.setText(Formats.UNKNOWN);
            bestDetail.setText("no result yet");
            return;
        }
        var point = state.frontier().getLast();
        best.setText(Formats.value(point.value(), state.unit()));
        best.setTitle(Formats.exact(point.value(), state.unit()));
        String interval =
                point.low() == null && point.high() == null
                        ? ""
                        : Formats.interval(point.low(), point.high(), state.unit()) + " · ";
        bestDetail.setText(
                interval
                        + point.subject().model()
                        + ", "
                        + Formats.date(point.observedOn(), point.precision()));
    }

    private void showDoubling(IndicatorStatePayload state) {
        var trend = state.trend();
        if (trend == null) {
            doubling.setText(Formats.UNKNOWN);
            doublingDetail.setText(state.reasons().getOrDefault("trend", "no trend is fitted"));
            return;
        }
        doubling.setText(Formats.days(trend.doublingDays().estimate()));
        doubling.setTitle(
                String.format(Locale.ENGLISH, "%.3f days", trend.doublingDays().estimate()));
        doublingDetail.setText(
                "%s, %s interval · %d points, R² %.2f"
                        .formatted(
                                Formats.daysInterval(trend.doublingDays()),
                                Formats.level(trend.doublingDays().level()),
                                trend.points(),
                                trend.r2()));
    }

    private static Div number(String name, Span value, Span detail) {
        Span label = new Span(name);
        label.addClassName("number-label");
        value.addClassName("number-value");
        detail.addClassName("number-detail");
        Div number = new Div(label, value, detail);
        number.addClassName("number");
        return number;
    }

    private static String sentence(String words) {
        return words.isEmpty()
                ? words
                : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
