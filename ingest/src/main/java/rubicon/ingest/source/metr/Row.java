package rubicon.ingest.source.metr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped.Refused;
import rubicon.ingest.source.metr.Definition.Percentile;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.SubjectPayload;

/// One entry of `results`: a model with its horizons and its mean score.
record Row(Fetched fetched, Aliases names, String key, JsonNode node, String fileBenchmarkName) {
    private static final String EVIDENCE = "https://metr.org/time-horizons/";
    private static final String SCORE = "average_score";
    private static final String LICENCE = "MIT";
    private static final Set<String> NOT_FINITE = Set.of(".inf", "+.inf", "-.inf", ".nan");
    private static final double LEVEL = 0.95;

    /// What became of a value in the row.
    sealed interface Read {}

    record Value(ObservationPayload observation) implements Read {}

    record Unfit(Refused refused) implements Read {}

    /// The row's values. A fault of the whole row is one, a fault of a value costs only that value.
    List<Read> read() {
        String benchmarkName = node.path("benchmark_name").asText(fileBenchmarkName);
        Optional<Definition> definition = Definition.of(benchmarkName);
        if (definition.isEmpty()) {
            return List.of(
                    unfit(
                            key,
                            "benchmark_name",
                            "'%s' is no definition that is known here".formatted(benchmarkName)));
        }
        LocalDate released = date(node.path("release_date"));
        if (released == null) {
            return List.of(unfit(key, "release_date", "is missing or no date"));
        }
        JsonNode agents = node.path("agents");
        if (!agents.isMissingNode()) {
            return fromAgents(agents, definition.get(), released);
        }
        return values(key, "metrics", node.path("metrics"), scaffold(), definition.get(), released);
    }

    private List<Read> fromAgents(JsonNode agents, Definition definition, LocalDate released) {
        if (!agents.isObject() || agents.isEmpty()) {
            return List.of(unfit(key, "agents", "is empty"));
        }
        List<Read> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> agent : agents.properties()) {
            String name = agent.getKey();
            // A single agent has no part in the key: the later layouts name the row so.
            String externalId = agents.size() == 1 ? key : key + "/" + name;
            String scaffold = name.equals("null") ? null : name;
            all.addAll(
                    values(
                            externalId,
                            "agents." + name,
                            agent.getValue(),
                            scaffold,
                            definition,
                            released));
        }
        return all;
    }

    private List<Read> values(
            String externalId,
            String path,
            JsonNode metrics,
            @Nullable String scaffold,
            Definition definition,
            LocalDate released) {
        if (!metrics.isObject()) {
            return List.of(unfit(externalId, path, "is missing"));
        }
        List<Read> values = new ArrayList<>();
        for (Percentile percentile : Percentile.values()) {
            String column = path + "." + percentile.column();
            JsonNode horizon = metrics.path(percentile.column());
            Unfit fault = fault(externalId, column, horizon);
            values.add(
                    fault != null
                            ? fault
                            : new Value(
                                    observation(
                                            externalId,
                                            definition.indicator(percentile),
                                            horizon,
                                            "min",
                                            scaffold,
                                            released)));
        }
        definition
                .scoreIndicator()
                .flatMap(it -> score(externalId, path, it, metrics, scaffold, released))
                .ifPresent(values::add);
        return values;
    }

    /// How full the suite is; empty where the row does not say.
    private Optional<Read> score(
            String externalId,
            String path,
            String indicator,
            JsonNode metrics,
            @Nullable String scaffold,
            LocalDate released) {
        JsonNode score = metrics.path(SCORE);
        if (score.isMissingNode() || score.isNull()) {
            return Optional.empty();
        }
        Unfit fault = fault(externalId, path + "." + SCORE, score);
        return Optional.of(
                fault != null
                        ? fault
                        : new Value(
                                observation(
                                        externalId,
                                        indicator,
                                        score,
                                        "share",
                                        scaffold,
                                        released)));
    }

    private @Nullable Unfit fault(String externalId, String column, JsonNode measured) {
        JsonNode estimate = measured.path("estimate");
        if (!estimate.isNumber()) {
            return unfit(externalId, column + ".estimate", "is missing or no number");
        }
        for (String bound : List.of("ci_low", "ci_high")) {
            JsonNode node = measured.path(bound);
            if (!node.isNumber() && !isOpen(node)) {
                return unfit(externalId, column + "." + bound, "is no number");
            }
        }
        return null;
    }

    private ObservationPayload observation(
            String externalId,
            String indicator,
            JsonNode measured,
            String unit,
            @Nullable String scaffold,
            LocalDate released) {
        Optional<Aliases.Name> name = names.name(key);
        Double low = number(measured.path("ci_low"));
        Double high = number(measured.path("ci_high"));
        boolean interval = low != null || high != null;
        return new ObservationPayload(
                fetched.source(),
                externalId,
                indicator,
                new SubjectPayload(
                        name.map(Aliases.Name::model).orElse(key),
                        name.map(Aliases.Name::developer).orElse(null),
                        scaffold,
                        released,
                        "AI"),
                measured.path("estimate").doubleValue(),
                low,
                high,
                interval ? LEVEL : null,
                interval ? "BOOTSTRAP" : null,
                null,
                unit,
                null,
                released,
                "DAY",
                fetched.statedAt(),
                fetched.statedAt(),
                null,
                "THIRD_PARTY",
                EVIDENCE,
                null,
                null,
                null,
                name.isPresent() ? Map.of() : Map.of("unresolved", "true"),
                provenance());
    }

    private ProvenancePayload provenance() {
        return new ProvenancePayload(
                fetched.url(),
                fetched.retrievedAt(),
                fetched.sha256(),
                MetrBenchmarkResults.ID,
                MetrBenchmarkResults.VERSION,
                fetched.run(),
                LICENCE);
    }

    /// The last that is named: METR lists the scaffolds of each part of the suite, the long tasks'
    /// last, and writes null for tasks that need none.
    private @Nullable String scaffold() {
        String last = null;
        for (JsonNode scaffold : node.path("scaffolds")) {
            if (scaffold.isTextual() && !scaffold.textValue().isBlank()) {
                last = scaffold.textValue();
            }
        }
        return last;
    }

    private Unfit unfit(String externalId, String field, String message) {
        return new Unfit(
                new Refused(
                        externalId, new Violation("results.%s.%s".formatted(key, field), message)));
    }

    /// Whether a bound is not there, or lies at infinity, which is the same to a reader.
    private static boolean isOpen(JsonNode bound) {
        return bound.isNull()
                || bound.isMissingNode()
                || NOT_FINITE.contains(bound.asText("").toLowerCase(Locale.ROOT));
    }

    private static @Nullable Double number(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : null;
    }

    /// A day, also where it is written with a time of day.
    private static @Nullable LocalDate date(JsonNode node) {
        String text = node.asText("");
        try {
            return LocalDate.parse(
                    text.length() > 10 && "T ".indexOf(text.charAt(10)) >= 0
                            ? text.substring(0, 10)
                            : text);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
