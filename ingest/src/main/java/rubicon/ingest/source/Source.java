package rubicon.ingest.source;

import java.net.URI;
import java.time.Duration;

/// An entry of `sources.yaml`.
///
/// @param every time between two scheduled runs
/// @param retractAbsent whether a row that vanished upstream is withdrawn
public record Source(
        String id,
        Connector connector,
        URI url,
        Duration every,
        boolean enabled,
        boolean retractAbsent) {}
