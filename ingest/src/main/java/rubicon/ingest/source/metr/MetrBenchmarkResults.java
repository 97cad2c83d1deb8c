package rubicon.ingest.source.metr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.FileConnector;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapped.Refused;
import rubicon.ingest.source.SafeYaml;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;

/// METR's `benchmark_results` YAML in its known layouts: agents nested under a model (2025), flat
/// metrics (since 2026-01), and flat metrics with a definition per row (suite 1.1). Each row's own
/// `benchmark_name` decides which indicator it belongs to.
///
/// @see <a href="https://metr.org/time-horizons/">METR, time horizons</a>
public final class MetrBenchmarkResults implements FileConnector {
    static final String ID = "metr-benchmark-results";
    static final String VERSION = "2";

    private final Aliases names = Aliases.of("metr-models");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public Format format() {
        return Format.YAML;
    }

    @Override
    public Mapped map(Fetched fetched) throws DriftException {
        JsonNode file = SafeYaml.read(fetched);
        JsonNode results = file.path("results");
        if (!results.isObject() || results.isEmpty()) {
            throw new DriftException("the field 'results' is missing or empty");
        }
        String definition = file.path("benchmark_name").asText("");
        List<ObservationPayload> observations = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (var entry : results.properties()) {
            Row row = new Row(fetched, names, entry.getKey(), entry.getValue(), definition);
            for (Row.Read read : row.read()) {
                switch (read) {
                    case Row.Value(ObservationPayload observation) -> observations.add(observation);
                    case Row.Unfit(Refused unfit) -> refused.add(unfit);
                }
            }
        }
        if (observations.isEmpty()) {
            Violation first = refused.getFirst().violation();
            throw new DriftException(
                    "no row of 'results' can be read: %s %s"
                            .formatted(first.field(), first.message()));
        }
        return new Mapped(observations, refused);
    }
}
