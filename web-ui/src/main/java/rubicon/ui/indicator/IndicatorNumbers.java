package rubicon.ui.indicator;

import com.vaadin.flow.component.Composite;
import java.util.List;
import java.util.Locale;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Numbers;

/// The numbers of an indicator at a glance.
final class IndicatorNumbers extends Composite<Numbers> {
    private final Numbers.Figure best;
    private final Numbers.Figure doubling;
    private final Numbers.Figure next;
    private final Numbers.Figure results;

    IndicatorNumbers(String id) {
        best = getContent().figure("Best value").withTestId("indicator-value-" + id);
        doubling = getContent().figure("Doubling time").withTestId("doubling-time");
        next = getContent().figure("Next threshold").withTestId("next-threshold");
        results = getContent().figure("Results").withTestId("result-count");
    }

    @Override
    protected Numbers initContent() {
        return new Numbers();
    }

    void show(IndicatorStatePayload state, List<RulePayload> rules) {
        showBest(state);
        showDoubling(state);
        showNext(state, rules);
        results.show(
                Formats.count(state.counts().standing()),
                null,
                "%d disputed, %d retracted"
                        .formatted(state.counts().disputed(), state.counts().retracted()));
    }

    private void showBest(IndicatorStatePayload state) {
        if (state.frontier().isEmpty()) {
            best.show(Formats.UNKNOWN, null, "no result yet");
            return;
        }
        var point = state.frontier().getLast();
        String interval =
                point.low() == null && point.high() == null
                        ? ""
                        : Formats.interval(point.low(), point.high(), state.unit())
                                + (point.level() == null
                                        ? ""
                                        : " (" + Formats.level(point.level()) + ")")
                                + " · ";
        best.show(
                Formats.value(point.value(), state.unit()),
                Formats.exact(point.value(), state.unit()),
                interval
                        + Formats.subject(point.subject())
                        + ", "
                        + Formats.date(point.observedOn(), point.precision()));
    }

    private void showDoubling(IndicatorStatePayload state) {
        var trend = state.trend();
        if (trend == null) {
            doubling.show(
                    Formats.UNKNOWN,
                    null,
                    state.reasons().getOrDefault("trend", "no trend is fitted"));
            return;
        }
        String verdict = state.verdict() == null ? "" : Formats.words(state.verdict()) + " · ";
        doubling.show(
                Formats.days(trend.doublingDays().estimate()),
                String.format(Locale.ENGLISH, "%.3f days", trend.doublingDays().estimate()),
                verdict
                        + "%s (%s) · %d points, R² %.2f"
                                .formatted(
                                        Formats.daysInterval(trend.doublingDays()),
                                        Formats.level(trend.doublingDays().level()),
                                        trend.points(),
                                        trend.r2()));
    }

    private void showNext(IndicatorStatePayload state, List<RulePayload> rules) {
        if (state.frontier().isEmpty() || rules.isEmpty()) {
            next.show(Formats.UNKNOWN, null, rules.isEmpty() ? "no rule watches this" : "");
            return;
        }
        double value = state.frontier().getLast().value();
        NextThreshold.of(value, rules)
                .ifPresentOrElse(
                        found ->
                                next.show(
                                        Formats.line(found.value(), state.unit()),
                                        found.title(),
                                        "%s · %s to go"
                                                .formatted(
                                                        Formats.words(found.severity()),
                                                        Formats.value(
                                                                Math.abs(found.value() - value),
                                                                state.unit()))),
                        () -> next.show("none", null, "every threshold is crossed"));
    }
}
