package rubicon.ingest.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rubicon.ingest.source.Mapped;
import rubicon.model.wire.ObservationPayload;

/// What stands of a payload that also tells its past.
public final class Standing {
    private Standing() {}

    /// Of each observation the last statement; without those that were taken back or are disputed.
    public static List<ObservationPayload> of(Mapped mapped) {
        Map<List<String>, ObservationPayload> last = new LinkedHashMap<>();
        mapped.observations().forEach(it -> last.put(key(it), it));
        mapped.withdrawals()
                .forEach(it ->
                        last.remove(
                                List.of(
                                        String.valueOf(it.retraction().source()),
                                        String.valueOf(it.retraction().indicator()),
                                        String.valueOf(it.retraction().externalId()))));
        return last.values().stream().filter(it -> it.disputed() == null).toList();
    }

    private static List<String> key(ObservationPayload it) {
        return List.of(
                String.valueOf(it.source()),
                String.valueOf(it.indicator()),
                String.valueOf(it.externalId()));
    }
}
