package rubicon.model.observation;

import rubicon.model.catalogue.IndicatorId;

/// What makes an observation the same one when it is stated again.
///
/// @param source id of the source that states it; sources never revise each other
/// @param externalId the upstream's own row key, verbatim
public record ObservationKey(String source, IndicatorId indicator, String externalId)
        implements Comparable<ObservationKey> {

    /// By indicator, source and row key. Written out: what stands is ordered by it, millions of
    /// times.
    @Override
    public int compareTo(ObservationKey other) {
        int byIndicator = indicator.compareTo(other.indicator);
        if (byIndicator != 0) {
            return byIndicator;
        }
        int bySource = source.compareTo(other.source);
        return bySource != 0 ? bySource : externalId.compareTo(other.externalId);
    }
}
