package rubicon.ingest.source.metr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.SafeYaml;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.SubjectPayload;

/// METR's `benchmark_results` YAML in its known layouts: agents nested under a model (2025), flat
/// metrics (since 2026-01), and flat metrics with a definition per row (suite 1.1). Each row's own
/// `benchmark_name` decides which indicator it belongs to.
///
/// @see <a href="https://metr.org/time-horizons/">METR, time horizons</a>
public final class MetrBenchmarkResults implements Connector {
    private static final String LICENCE = "MIT";
    private static final double LEVEL = 0.95;
    private static final Map<String, String> SUFFIX_OF_DEFINITION =
            Map.of(
                    "METR-Horizon-v1",
                    "-v1-0",
                    "METR-Horizon-v1.0",
                    "-v1-0",
                    "METR-Horizon-v1.1",
                    "");

    private final ModelNames names = new ModelNames();

    @Override
    public String id() {
        return "metr-benchmark-results";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Mapped map(Fetched fetched) throws DriftException {
        JsonNode file = SafeYaml.read(fetched.payload());
        JsonNode results = file.path("results");
        if (!results.isObject()) {
            throw new DriftException("the field 'results' is missing");
        }
        Rows rows = new Rows(fetched, file.path("benchmark_name").asText(""));
        for (Map.Entry<String, JsonNode> row : results.properties()) {
            rows.add(row.getKey(), row.getValue());
        }
        if (!results.isEmpty() && rows.observations.isEmpty()) {
            throw new DriftException(
                    "no row of 'results' could be read: %s %s"
                            .formatted(
                                    rows.problems.getFirst().field(),
                                    rows.problems.getFirst().message()));
        }
        return new Mapped(rows.observations, rows.problems);
    }

    /// The rows of one file.
    private final class Rows {
        private final Fetched fetched;
        private final String definitionOfFile;
        private final List<ObservationPayload> observations = new ArrayList<>();
        private final List<Violation> problems = new ArrayList<>();

        Rows(Fetched fetched, String definitionOfFile) {
            this.fetched = fetched;
            this.definitionOfFile = definitionOfFile;
        }

        void add(String key, JsonNode row) {
            String path = "results." + key;
            String definition = row.path("benchmark_name").asText(definitionOfFile);
            String suffix = SUFFIX_OF_DEFINITION.get(definition);
            if (suffix == null) {
                problem(path + ".benchmark_name", "'%s' is not known".formatted(definition));
                return;
            }
            Optional<LocalDate> released = released(path, row.path("release_date"));
            if (released.isEmpty()) {
                return;
            }
            JsonNode agents = row.path("agents");
            if (!agents.isObject()) {
                metrics(
                        path + ".metrics",
                        key,
                        key,
                        suffix,
                        released.get(),
                        row.path("metrics"),
                        scaffold(row));
                return;
            }
            boolean only = agents.size() == 1;
            for (Map.Entry<String, JsonNode> agent : agents.properties()) {
                metrics(
                        path + ".agents." + agent.getKey(),
                        key,
                        only ? key : key + "/" + agent.getKey(),
                        suffix,
                        released.get(),
                        agent.getValue(),
                        agent.getKey());
            }
        }

        private void metrics(
                String path,
                String key,
                String externalId,
                String suffix,
                LocalDate released,
                JsonNode metrics,
                @Nullable String scaffold) {
            horizon("p50", path, key, externalId, suffix, released, metrics, scaffold);
            horizon("p80", path, key, externalId, suffix, released, metrics, scaffold);
        }

        private void horizon(
                String level,
                String path,
                String key,
                String externalId,
                String suffix,
                LocalDate released,
                JsonNode metrics,
                @Nullable String scaffold) {
            String name = level + "_horizon_length";
            JsonNode horizon = metrics.path(name);
            if (!horizon.path("estimate").isNumber()) {
                problem(path + "." + name + ".estimate", "is missing or no number");
                return;
            }
            Optional<ModelNames.Name> resolved = names.of(key);
            Map<String, String> tags = new HashMap<>();
            if (resolved.isEmpty()) {
                tags.put("unresolved", "true");
            }
            observations.add(
                    new ObservationPayload(
                            fetched.source(),
                            externalId,
                            "metr-horizon-" + level + suffix,
                            new SubjectPayload(
                                    resolved.map(ModelNames.Name::model).orElse(key),
                                    resolved.map(ModelNames.Name::developer).orElse(null),
                                    scaffold,
                                    released,
                                    "AI"),
                            horizon.path("estimate").doubleValue(),
                            number(horizon.path("ci_low")),
                            number(horizon.path("ci_high")),
                            LEVEL,
                            "BOOTSTRAP",
                            null,
                            "min",
                            null,
                            released,
                            "DAY",
                            fetched.statedAt(),
                            fetched.statedAt(),
                            null,
                            "THIRD_PARTY",
                            fetched.url(),
                            null,
                            tags,
                            provenance()));
        }

        private ProvenancePayload provenance() {
            return new ProvenancePayload(
                    fetched.url(),
                    fetched.retrievedAt(),
                    fetched.sha256(),
                    id(),
                    version(),
                    fetched.run(),
                    LICENCE);
        }

        private Optional<LocalDate> released(String path, JsonNode date) {
            try {
                return Optional.of(LocalDate.parse(date.asText().substring(0, 10)));
            } catch (DateTimeException | StringIndexOutOfBoundsException e) {
                problem(path + ".release_date", "'%s' is no date".formatted(date.asText()));
                return Optional.empty();
            }
        }

        private void problem(String field, String message) {
            problems.add(new Violation(field, message));
        }
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? (Double) node.doubleValue() : null;
    }

    /// The last scaffold that has a name: the one of the long tasks.
    private static @Nullable String scaffold(JsonNode row) {
        String last = null;
        for (Iterator<JsonNode> it = row.path("scaffolds").elements(); it.hasNext(); ) {
            JsonNode scaffold = it.next();
            last = scaffold.isTextual() ? scaffold.textValue() : last;
        }
        return last;
    }
}
