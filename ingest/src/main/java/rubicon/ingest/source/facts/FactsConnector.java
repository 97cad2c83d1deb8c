package rubicon.ingest.source.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.Completion;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.FileConnector;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapped.Refused;
import rubicon.ingest.source.Mapped.Withdrawal;
import rubicon.ingest.source.SafeYaml;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.RetractionPayload;

/// A YAML file with `observations`, `milestones`, `policyThresholds` or `forecasts` in the form of
/// the contract, and `defaults` for what they share. Each belongs to the source that it names, so a
/// live source goes on where its facts end.
///
/// An observation may also tell its past: `earlier` lists what the source said before, each with
/// its `statedAt` and whatever differed from the row; `withdrawn` says when and why it was taken
/// back. A `provenance` that is a text names one of the file's `payloads`.
public final class FactsConnector implements FileConnector {
    private static final String OBSERVATIONS = "observations";
    private static final String PROVENANCE = "provenance";
    private static final Map<String, Class<? extends ChroniclePayload>> ENTRIES =
            new TreeMap<>(
                    Map.of(
                            "milestones", MilestonePayload.class,
                            "policyThresholds", PolicyThresholdPayload.class,
                            "forecasts", ForecastEntryPayload.class));

    private final ObjectMapper json =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    @Override
    public String id() {
        return "facts";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public boolean isStrict() {
        return true;
    }

    @Override
    public Format format() {
        return Format.YAML;
    }

    @Override
    public Mapped map(Fetched fetched) throws DriftException {
        JsonNode file = SafeYaml.read(fetched);
        List<Refused> refused = new ArrayList<>();
        List<ObservationPayload> observations = new ArrayList<>();
        List<Withdrawal> withdrawals = new ArrayList<>();
        for (Told told :
                rows(file, OBSERVATIONS, "externalId", refused, row -> told(file, row, fetched))) {
            observations.addAll(told.statements());
            told.withdrawal().ifPresent(withdrawals::add);
        }
        List<ChroniclePayload> entries = new ArrayList<>();
        for (var it : ENTRIES.entrySet()) {
            entries.addAll(rows(file, it.getKey(), "id", refused, row -> entry(row, it, fetched)));
        }
        if (!file.has(OBSERVATIONS) && ENTRIES.keySet().stream().noneMatch(file::has)) {
            throw new DriftException(
                    "none of the fields '%s' and '%s' is there"
                            .formatted(OBSERVATIONS, String.join("', '", ENTRIES.keySet())));
        }
        return new Mapped(observations, withdrawals, entries, List.of(), refused);
    }

    private interface RowReader<T> {
        T read(JsonNode row) throws JsonProcessingException;
    }

    /// The rows of one list of the file.
    ///
    /// @param key field that names a row
    private static <T> List<T> rows(
            JsonNode file, String field, String key, List<Refused> refused, RowReader<T> reader)
            throws DriftException {
        JsonNode rows = file.path(field);
        if (!rows.isArray() && !rows.isMissingNode()) {
            throw new DriftException("the field '%s' is no list".formatted(field));
        }
        List<T> read = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            String path = "%s[%d]".formatted(field, index);
            JsonNode row = merged(file.path("defaults"), rows.get(index));
            try {
                read.add(reader.read(row));
            } catch (JsonProcessingException e) {
                refused.add(new Refused(row.path(key).asText(path), violation(path, e)));
            }
        }
        return read;
    }

    private ChroniclePayload entry(
            JsonNode row, Map.Entry<String, Class<? extends ChroniclePayload>> type, Fetched from)
            throws JsonProcessingException {
        if (row instanceof ObjectNode whole && !whole.hasNonNull("source")) {
            whole.put("source", from.source());
        }
        return json.treeToValue(row, type.getValue());
    }

    /// The row over the defaults; what is an object in both is merged in turn.
    private static JsonNode merged(JsonNode defaults, JsonNode row) {
        if (!(defaults instanceof ObjectNode shared) || !(row instanceof ObjectNode own)) {
            return row;
        }
        ObjectNode whole = shared.deepCopy();
        own.properties()
                .forEach(it ->
                        whole.set(it.getKey(), merged(shared.path(it.getKey()), it.getValue())));
        return whole;
    }

    /// What the source said of one observation, oldest first.
    private record Told(List<ObservationPayload> statements, Optional<Withdrawal> withdrawal) {}

    private Told told(JsonNode file, JsonNode row, Fetched fetched) throws JsonProcessingException {
        JsonNode earlier = taken(row, "earlier");
        JsonNode withdrawn = taken(row, "withdrawn");
        if (!earlier.isMissingNode() && !earlier.isArray()) {
            throw new JsonMappingException(null, "'earlier' is no list");
        }
        List<ObservationPayload> statements = new ArrayList<>();
        for (JsonNode then : earlier) {
            statements.add(completed(file, before(row, then), fetched));
        }
        ObservationPayload last = completed(file, row, fetched);
        statements.add(last);
        return new Told(
                statements,
                withdrawn.isMissingNode()
                        ? Optional.empty()
                        : Optional.of(withdrawal(last, withdrawn)));
    }

    /// Takes out of a row what is no field of an observation.
    private static JsonNode taken(JsonNode row, String field) {
        JsonNode value = row instanceof ObjectNode whole ? whole.remove(field) : null;
        return value == null ? MissingNode.getInstance() : value;
    }

    /// The row as the source stated it before. Made known when it was stated, if nothing else is
    /// said; what was disputed later was not disputed then.
    private static JsonNode before(JsonNode row, JsonNode then) throws JsonProcessingException {
        if (!(row instanceof ObjectNode now) || !then.path("statedAt").isTextual()) {
            throw new JsonMappingException(null, "'earlier' has no 'statedAt'");
        }
        ObjectNode whole = now.deepCopy();
        whole.set("publishedAt", then.path("statedAt"));
        whole.remove("disputed");
        return merged(whole, then);
    }

    private Withdrawal withdrawal(ObservationPayload row, JsonNode withdrawn)
            throws JsonProcessingException {
        WithdrawnRow it = json.treeToValue(withdrawn, WithdrawnRow.class);
        if (it.statedAt() == null) {
            throw new JsonMappingException(null, "'withdrawn' has no 'statedAt'");
        }
        return new Withdrawal(
                new RetractionPayload(
                        row.source(), row.indicator(), row.externalId(), it.reason(), it.text()),
                it.statedAt());
    }

    /// The field `withdrawn` of a row.
    private record WithdrawnRow(
            @Nullable Instant statedAt, @Nullable String reason, @Nullable String text) {}

    private ObservationPayload completed(JsonNode file, JsonNode row, Fetched fetched)
            throws JsonProcessingException {
        JsonNode provenance = row.path(PROVENANCE);
        if (row instanceof ObjectNode whole && provenance.isTextual()) {
            JsonNode payload = file.path("payloads").path(provenance.textValue());
            if (!payload.isObject()) {
                throw new JsonMappingException(
                        null,
                        "'%s' is none of the file's payloads".formatted(provenance.textValue()));
            }
            whole.set(PROVENANCE, payload);
        }
        return Completion.of(json.treeToValue(row, ObservationPayload.class), this, fetched);
    }

    private static Violation violation(String path, JsonProcessingException e) {
        String field = "";
        if (e instanceof JsonMappingException mapping) {
            field =
                    mapping.getPath().stream()
                            .map(JsonMappingException.Reference::getFieldName)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining("."));
        }
        String message = e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
        return new Violation(field.isEmpty() ? path : path + "." + field, message);
    }
}
