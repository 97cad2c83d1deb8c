package rubicon.model.observation;

import java.util.Comparator;
import rubicon.model.catalogue.IndicatorId;

/// What makes an observation the same one when it is stated again.
///
/// @param source id of the source that states it; sources never revise each other
/// @param externalId the upstream's own row key, verbatim
public record ObservationKey(String source, IndicatorId indicator, String externalId)
        implements Comparable<ObservationKey> {
    private static final Comparator<ObservationKey> ORDER =
            Comparator.comparing(ObservationKey::indicator)
                    .thenComparing(ObservationKey::source)
                    .thenComparing(ObservationKey::externalId);

    @Override
    public int compareTo(ObservationKey other) {
        return ORDER.compare(this, other);
    }
}
