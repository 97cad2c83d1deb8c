package rubicon.benchmarks.alert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// When which value of an indicator was seen somewhere. A later value stands for those before it:
/// who sees 30 needs no sight of 20.
final class Sightings {
    private record Sighting(double value, double atMillis) {}

    private final Map<String, List<Sighting>> byIndicator = new HashMap<>();

    /// @param atMillis since the epoch
    synchronized void add(String indicator, double value, double atMillis) {
        byIndicator
                .computeIfAbsent(indicator, _ -> new ArrayList<>())
                .add(new Sighting(value, atMillis));
    }

    /// When a release, or one beyond it, was first seen; empty if it was not.
    synchronized OptionalDouble firstSight(Release release) {
        return byIndicator.getOrDefault(release.indicator(), List.of()).stream()
                .filter(it -> it.value() >= release.value())
                .min(Comparator.comparingDouble(Sighting::atMillis))
                .map(it -> OptionalDouble.of(it.atMillis()))
                .orElseGet(OptionalDouble::empty);
    }

    /// Whether all of them were seen.
    boolean hasAll(List<Release> releases) {
        return releases.stream().allMatch(it -> firstSight(it).isPresent());
    }
}
