package rubicon.ui.indicator;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.HorizonPayload;
import rubicon.model.wire.HorizonPayload.Agent;
import rubicon.model.wire.HorizonPayload.Estimate;
import rubicon.model.wire.HorizonPayload.Method;
import rubicon.model.wire.HorizonPayload.Trend;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
import rubicon.model.wire.PairedComparisonPayload;
import rubicon.ui.shell.Formats;

/// Time horizons from runs in words.
final class HorizonWords {
    private static final String UNIT = "min";

    private HorizonWords() {}

    /// The agent of that name; where there is none, the one with the longest horizon.
    ///
    /// @param now with at least one agent
    static Agent chosen(HorizonPayload now, @Nullable String name) {
        return now.agents().stream()
                .filter(agent -> agent.agent().equals(name))
                .findFirst()
                .orElseGet(() ->
                        now.agents().stream()
                                .max(Comparator.comparingDouble(HorizonWords::length))
                                .orElseThrow());
    }

    private static double length(Agent agent) {
        return agent.p50() == null ? -1 : agent.p50().estimate();
    }

    /// What was fitted, how, and what was left out.
    static String method(HorizonPayload now) {
        Method method = now.method();
        List<String> sentences = new ArrayList<>();
        sentences.add(
                "Suite %s: %s runs at %s tasks of %s families."
                        .formatted(
                                now.suite(),
                                Formats.count(now.runs()),
                                Formats.count(now.tasks()),
                                Formats.count(now.families())));
        if (method != null) {
            sentences.add(
                    "Intervals of %s from %s draws of families, tasks and runs (seed %d)."
                            .formatted(
                                    Formats.level(method.level()),
                                    Formats.count(method.draws()),
                                    method.seed()));
        }
        String intervals = now.reasons().get("intervals");
        if (intervals != null) {
            sentences.add("No intervals: " + intervals + ".");
        }
        if (now.leftOut().runs() > 0) {
            sentences.add(
                    "Left out: %s runs, because %s."
                            .formatted(
                                    Formats.count(now.leftOut().runs()), now.leftOut().reason()));
        }
        return String.join(" ", sentences);
    }

    /// How fast the best agents' horizon doubles, window by window.
    static String trend(HorizonPayload now) {
        List<String> sentences = new ArrayList<>();
        for (Trend trend : now.trends()) {
            String window = trend.from() == null ? "All time" : "From " + trend.from().getYear();
            sentences.add(window + ": " + growth(trend));
        }
        return "Horizon at %d %% of the best agents. %s"
                .formatted(now.percent(), String.join(" ", sentences));
    }

    private static String growth(Trend trend) {
        Estimate doubling = trend.doublingDays();
        if (doubling == null) {
            return "no trend, %s."
                    .formatted(trend.reasons().getOrDefault("doublingDays", "reason not known"));
        }
        return "%s every %s%s, on %d agents."
                .formatted(
                        doubling.estimate() < 0 ? "halves" : "doubles",
                        Formats.days(Math.abs(doubling.estimate())),
                        doubling.low() == null
                                ? ""
                                : " (%s)"
                                        .formatted(
                                                doubling.high() == null
                                                        ? "at least " + Formats.days(doubling.low())
                                                        : "%s to %s"
                                                                .formatted(
                                                                        Formats.days(
                                                                                doubling.low()),
                                                                        Formats.days(
                                                                                doubling.high()))),
                        trend.agents().size());
    }

    /// The interval of a horizon, or why there is none.
    static String interval(Agent agent, Estimate estimate, String field) {
        if (estimate.low() == null) {
            return agent.reasons().getOrDefault(field + ".interval", "no interval");
        }
        return Formats.interval(estimate.low(), estimate.high(), UNIT);
    }

    /// Why an agent has no horizon.
    static String reason(Agent agent, String field) {
        return agent.reasons().getOrDefault(field, "not known");
    }

    /// Two agents on the tasks that both were given.
    static String comparison(PairedComparisonPayload it) {
        String shared =
                "%s tasks of %s families that both were given"
                        .formatted(Formats.count(it.tasks()), Formats.count(it.families()));
        EstimatePayload difference = it.difference();
        if (difference != null && it.reasons().containsKey("interval")) {
            return "%s and %s: %s points on %s; %s."
                    .formatted(
                            it.a().agent(),
                            it.b().agent(),
                            points(difference.estimate()),
                            shared,
                            it.reasons().get("interval"));
        }
        if (difference == null || difference.low() == null || difference.high() == null) {
            return "%s and %s cannot be compared: %s."
                    .formatted(
                            it.a().agent(),
                            it.b().agent(),
                            it.reasons().getOrDefault("difference", "not known"));
        }
        boolean isTold = difference.low() > 0 || difference.high() < 0;
        String who =
                isTold
                        ? "%s does %s than %s"
                                .formatted(
                                        it.a().agent(),
                                        difference.estimate() > 0 ? "better" : "worse",
                                        it.b().agent())
                        : "%s and %s cannot be told apart"
                                .formatted(it.a().agent(), it.b().agent());
        return "%s: %s points on %s (%s: %s to %s; p %s).%s"
                .formatted(
                        who,
                        points(difference.estimate()),
                        shared,
                        Formats.level(difference.level()),
                        points(difference.low()),
                        points(difference.high()),
                        it.p() == null || it.p() < 0.001
                                ? "below 0.001"
                                : String.format(Locale.ROOT, "%.3f", it.p()),
                        it.reasons().containsKey("rough")
                                ? " " + Formats.capital(it.reasons().get("rough")) + "."
                                : "");
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%+.1f", 100 * share);
    }
}
