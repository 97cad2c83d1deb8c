package rubicon.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import rubicon.model.wire.ObservationPayload;

/// Files for tests of connectors, written in the test.
public final class UpstreamFile {
    /// When all of them were stated.
    public static final Instant STATED = Instant.parse("2026-03-03T21:04:54Z");

    private UpstreamFile() {}

    /// What a connector of one file makes of a text.
    public static Mapped map(FileConnector connector, String text) throws DriftException {
        return connector.map(file(connector, "", text));
    }

    /// What a connector of several files makes of them.
    public static Mapped map(Connector connector, Map<String, String> texts) throws DriftException {
        return connector.map(
                new Delivery(
                        Map.of(),
                        texts.entrySet().stream()
                                .map(it -> file(connector, it.getKey(), it.getValue()))
                                .toList()));
    }

    /// The one observation of that key of an indicator.
    public static ObservationPayload row(Mapped mapped, String indicator, String externalId) {
        List<ObservationPayload> rows =
                mapped.observations().stream()
                        .filter(it -> indicator.equals(it.indicator()))
                        .filter(it -> externalId.equals(it.externalId()))
                        .toList();
        if (rows.size() != 1) {
            throw new AssertionError(
                    "%d rows '%s' of %s; there are %s"
                            .formatted(
                                    rows.size(),
                                    externalId,
                                    indicator,
                                    mapped.observations().stream()
                                            .map(ObservationPayload::externalId)
                                            .toList()));
        }
        return rows.getFirst();
    }

    private static Fetched file(Connector connector, String path, String text) {
        return new Fetched(
                connector.id(),
                path,
                "http://127.0.0.1/" + path,
                Instant.parse("2026-03-04T12:00:00Z"),
                STATED,
                "abc",
                "run-1",
                text.getBytes(UTF_8));
    }
}
