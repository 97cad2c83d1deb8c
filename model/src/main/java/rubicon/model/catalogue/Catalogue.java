package rubicon.model.catalogue;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// All indicators, by id.
public record Catalogue(SortedMap<IndicatorId, Indicator> indicators) {
    public Catalogue {
        indicators = new TreeMap<>(indicators);
    }

    /// A catalogue of these indicators.
    ///
    /// @throws IllegalArgumentException if two share an id, or a trend is cut by an indicator that
    ///   is not among them
    public static Catalogue of(Collection<Indicator> indicators) {
        SortedMap<IndicatorId, Indicator> byId = new TreeMap<>();
        for (Indicator indicator : indicators) {
            if (byId.put(indicator.id(), indicator) != null) {
                throw new IllegalArgumentException("two indicators are called " + indicator.id());
            }
        }
        for (Indicator indicator : indicators) {
            TrendWindow trend = indicator.trend();
            if (trend != null && trend.cutBy() != null && !byId.containsKey(trend.cutBy())) {
                throw new IllegalArgumentException(
                        "%s: trend.cutBy %s is not in the catalogue"
                                .formatted(indicator.id(), trend.cutBy()));
            }
        }
        return new Catalogue(byId);
    }

    /// The indicator of that id.
    public Optional<Indicator> find(IndicatorId id) {
        return Optional.ofNullable(indicators.get(id));
    }

    /// The indicator whose id reads so; empty also for a text that is no id.
    public Optional<Indicator> find(String id) {
        return IndicatorId.isValid(id) ? find(new IndicatorId(id)) : Optional.empty();
    }

    /// The indicators whose state changes when values of these change: themselves, and those whose
    /// trend is cut by one of them. Sorted, so that locks are taken in one order everywhere.
    public SortedSet<IndicatorId> touchedBy(Collection<IndicatorId> changed) {
        SortedSet<IndicatorId> touched = new TreeSet<>(changed);
        for (Indicator indicator : indicators.values()) {
            TrendWindow trend = indicator.trend();
            if (trend != null && trend.cutBy() != null && changed.contains(trend.cutBy())) {
                touched.add(indicator.id());
            }
        }
        return touched;
    }
}
