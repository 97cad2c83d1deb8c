package rubicon.ui.indicator;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.PolicyThresholdPayload.NumericLinePayload;
import rubicon.ui.chart.TimeRange;
import rubicon.ui.chronicle.Chronicle;
import rubicon.ui.chronicle.PolicyWords;

/// What the chronicle tells about one indicator.
///
/// @param milestones by date
/// @param lines numbers that a policy threshold names for it
record Told(List<Marked> milestones, List<PolicyLine> lines, List<ForecastEntryPayload> forecasts) {
    static final Told NOTHING = new Told(List.of(), List.of(), List.of());

    /// A milestone, and how it comes to speak of the indicator.
    ///
    /// @param layer [Layer#MILESTONES] where it names the indicator, else [Layer#CATEGORIES]
    record Marked(MilestonePayload milestone, Layer layer) {}

    /// A policy's number for the indicator.
    record PolicyLine(PolicyThresholdPayload threshold, NumericLinePayload line) {
        Layer layer() {
            return PolicyWords.isPast(threshold) ? Layer.SUPERSEDED : Layer.POLICIES;
        }
    }

    Told {
        milestones = List.copyOf(milestones);
        lines = List.copyOf(lines);
        forecasts = List.copyOf(forecasts);
    }

    /// What is told; of milestones only those that stand.
    ///
    /// @param categories of the indicator
    static Told of(Chronicle chronicle, String id, List<String> categories) {
        return new Told(
                chronicle.milestones().orElse(List.of()).stream()
                        .filter(it -> !Boolean.TRUE.equals(it.withdrawn()) && it.date() != null)
                        .flatMap(it -> marked(it, id, categories))
                        .toList(),
                chronicle.thresholds().orElse(List.of()).stream()
                        .flatMap(it -> lines(it, id))
                        .toList(),
                chronicle.forecasts().orElse(List.of()).stream()
                        .filter(it -> id.equals(it.indicator()))
                        .toList());
    }

    /// How much there is of each layer; without those that are empty.
    Map<Layer, Integer> counts() {
        Map<Layer, Integer> counts = new EnumMap<>(Layer.class);
        milestones.forEach(it -> counts.merge(it.layer(), 1, Integer::sum));
        lines.forEach(it -> counts.merge(it.layer(), 1, Integer::sum));
        if (!forecasts.isEmpty()) {
            counts.put(Layer.FORECASTS, forecasts.size());
        }
        return counts;
    }

    /// Only some layers, and of milestones only those in a range.
    Told only(Set<Layer> layers, TimeRange range) {
        Predicate<Marked> inRange =
                it -> it.milestone().date() != null && range.contains(it.milestone().date());
        return new Told(
                milestones.stream()
                        .filter(it -> layers.contains(it.layer()))
                        .filter(inRange)
                        .toList(),
                lines.stream().filter(it -> layers.contains(it.layer())).toList(),
                layers.contains(Layer.FORECASTS) ? forecasts : List.of());
    }

    private static Stream<Marked> marked(MilestonePayload it, String id, List<String> categories) {
        if (it.indicators() != null && it.indicators().contains(id)) {
            return Stream.of(new Marked(it, Layer.MILESTONES));
        }
        boolean related =
                it.categories() != null && !Collections.disjoint(it.categories(), categories);
        return related ? Stream.of(new Marked(it, Layer.CATEGORIES)) : Stream.empty();
    }

    private static Stream<PolicyLine> lines(PolicyThresholdPayload it, String id) {
        return it.lines() == null
                ? Stream.empty()
                : it.lines().stream()
                        .filter(line -> id.equals(line.indicator()) && line.value() != null)
                        .map(line -> new PolicyLine(it, line));
    }
}
