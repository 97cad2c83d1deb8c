package rubicon.model.policy;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.ObservedOn;

/// A threshold of somebody's policy.
///
/// @param source who tells it here
/// @param framework that it belongs to
/// @param version of the framework; null where none is held
/// @param level its name there
/// @param test what crossing it means, in own words
/// @param lines numbers that were published for it
/// @param indicators that could bear on it
/// @param firstSeen where it was first seen, which need not be where it began
/// @param supersededBy id of the threshold that took its place
/// @param determinations by the end of the period that their date names; equal ones in the order in
///   which they were told
/// @param gaps what is not held or speaks against relying on it
public record PolicyThreshold(
        String id,
        String source,
        String issuer,
        String framework,
        @Nullable String version,
        String level,
        String test,
        List<NumericLine> lines,
        List<IndicatorId> indicators,
        ObservedOn firstSeen,
        ThresholdStatus status,
        @Nullable String supersededBy,
        List<Determination> determinations,
        String citation,
        @Nullable String locator,
        @Nullable String evidence,
        @Nullable String gaps) {
    private static final Comparator<Determination> BY_DATE =
            Comparator.comparing(it -> it.date().end());

    public PolicyThreshold {
        lines = List.copyOf(lines);
        indicators = List.copyOf(indicators);
        determinations = determinations.stream().sorted(BY_DATE).toList();
    }
}
