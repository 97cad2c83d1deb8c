package rubicon.ingest.source;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// An entry of `sources.yaml`.
///
/// @param every time between two scheduled runs
/// @param retractAbsent whether a row that vanished upstream is withdrawn
/// @param options of the connector
public record Source(
        String id,
        Connector connector,
        URI url,
        Duration every,
        boolean enabled,
        boolean retractAbsent,
        Map<String, String> options) {
    public Source {
        options = Map.copyOf(options);
    }
}
