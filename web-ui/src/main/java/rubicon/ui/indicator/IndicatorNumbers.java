package rubicon.ui.indicator;

import com.vaadin.flow.component.Composite;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
import rubicon.model.wire.RulePayload;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Interval;
import rubicon.ui.shell.Numbers;
import rubicon.ui.shell.SubjectNames;

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

    /// @param alerts open ones of the indicator; none where the page tells the past
    void show(
            IndicatorStatePayload state,
            List<RulePayload> rules,
            List<AlertPayload> alerts,
            SubjectNames names,
            Instant now) {
        showBest(state, names);
        showDoubling(state);
        showNext(state, rules, alerts, now);
        var counts = state.counts();
        results.show(
                Formats.count(counts.counted()),
                "one source for each subject",
                evidence(counts.evidence())
                        + "%d disputed, %d retracted"
                                .formatted(counts.disputed(), counts.retracted())
                        + (counts.held() == null || counts.held() == 0
                                ? ""
                                : ", %d held".formatted(counts.held()))
                        + (counts.beside() == null || counts.beside() == 0
                                ? ""
                                : ", %d from another start, beside the line"
                                        .formatted(counts.beside())));
    }

    /// What other sources say of the same subjects is told apart.
    private static String evidence(int rows) {
        return rows == 0 ? "" : Formats.count(rows) + " more as evidence, ";
    }

    private void showBest(IndicatorStatePayload state, SubjectNames names) {
        if (state.frontier().isEmpty()) {
            best.show(Formats.UNKNOWN, null, "no result yet");
            return;
        }
        var point = state.frontier().getLast();
        Interval interval = Interval.of(point);
        best.show(
                Formats.value(point.value(), state.unit()),
                Formats.exact(point.value(), state.unit()),
                (interval.isKnown() ? interval.words(state.unit()) + " · " : "")
                        + names.of(point.subject())
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
        boolean falls = trend.doublingDays().estimate() < 0;
        EstimatePayload days = falls ? opposite(trend.doublingDays()) : trend.doublingDays();
        doubling.show(
                (falls ? "halves in " : "") + Formats.days(days.estimate()),
                String.format(Locale.ENGLISH, "%.3f days", days.estimate()),
                verdict
                        + "%s (%s) · %d points, R² %.2f"
                                .formatted(
                                        Formats.daysInterval(days),
                                        Formats.level(days.level()),
                                        trend.points(),
                                        trend.r2()));
    }

    /// What falls halves in the time in which it would double the other way.
    private static EstimatePayload opposite(EstimatePayload days) {
        Double low = days.low();
        Double high = days.high();
        return new EstimatePayload(
                -days.estimate(),
                high == null ? null : (Double) (-high),
                low == null ? null : (Double) (-low),
                days.level(),
                days.method());
    }

    private void showNext(
            IndicatorStatePayload state,
            List<RulePayload> rules,
            List<AlertPayload> alerts,
            Instant now) {
        if (state.frontier().isEmpty() || rules.isEmpty()) {
            next.show(Formats.UNKNOWN, null, rules.isEmpty() ? "no rule watches this" : "");
            return;
        }
        Optional<NextThreshold> ahead = NextThreshold.ahead(state, rules);
        Optional<NextThreshold> waiting = NextThreshold.waiting(state, rules, alerts, now);
        waiting.or(() -> ahead)
                .ifPresentOrElse(
                        found ->
                                next.show(
                                        Formats.line(found.value(), state.unit()),
                                        found.title(),
                                        Formats.words(found.severity())
                                                + " · "
                                                + (found.waits().isEmpty()
                                                        ? toGo(found, state.unit())
                                                        : found.waits()
                                                                + ahead.map(after ->
                                                                                then(
                                                                                        after,
                                                                                        state
                                                                                                .unit()))
                                                                        .orElse(""))),
                        () -> next.show("none", null, "every threshold is crossed"));
    }

    private static String toGo(NextThreshold ahead, String unit) {
        return Formats.value(ahead.far(), unit) + " to go";
    }

    private static String then(NextThreshold ahead, String unit) {
        return "; then " + Formats.line(ahead.value(), unit) + ", " + toGo(ahead, unit);
    }
}
