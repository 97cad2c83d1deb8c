package rubicon.ingest.source;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// An entry of `sources.yaml`.
///
/// @param every time between two scheduled runs
/// @param retractAbsent whether a row that vanished upstream is withdrawn
/// @param options of the connector
/// @param own names that the organisation resolves itself
public record Source(
        String id,
        Connector connector,
        URI url,
        Duration every,
        boolean enabled,
        boolean retractAbsent,
        Map<String, String> options,
        OwnAliases own) {
    private static final int MARK = 12;

    public Source {
        options = Map.copyOf(options);
    }

    /// One whose names Rubicon's own files resolve.
    public Source(
            String id,
            Connector connector,
            URI url,
            Duration every,
            boolean enabled,
            boolean retractAbsent,
            Map<String, String> options) {
        this(id, connector, url, every, enabled, retractAbsent, options, OwnAliases.NONE);
    }

    /// Maps what was fetched, with the names that are known.
    ///
    /// @throws DriftException if it is not of the connector's format at all
    Mapped map(Delivery delivery) throws DriftException {
        return own.resolved(id, connector.map(delivery));
    }

    /// Changes when the same delivery may map to other rows: with the connector, its options and
    /// the names that are known.
    String mapping() {
        String mapped =
                own.mark().isEmpty() ? connector.version() : connector.version() + "+" + own.mark();
        return options.isEmpty() ? mapped : mapped + "+" + mark();
    }

    private String mark() {
        byte[] text = new TreeMap<>(options).toString().getBytes(StandardCharsets.UTF_8);
        return Payloads.sha256(text).substring(0, MARK);
    }
}
