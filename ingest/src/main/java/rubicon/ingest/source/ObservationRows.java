package rubicon.ingest.source;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import rubicon.ingest.platform.JsonFault;
import rubicon.ingest.platform.StrictJson;
import rubicon.ingest.source.RowReader.Refused;
import rubicon.ingest.source.RowReader.Reported;
import rubicon.ingest.source.RowReader.Row;
import rubicon.ingest.source.RowReader.Unknown;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.SubjectPayload;

/// Observations out of the rows of one stream, each a JSON object of the same form as over REST and
/// read as strictly; only a field that nobody knows is told and passed over.
public final class ObservationRows {
    private static final int MOST_UNKNOWN = 100;
    private static final ObjectMapper JSON = new JsonMapper();
    private static final Set<String> FIELDS = names(ObservationPayload.class);
    private static final Map<String, Set<String>> NESTED =
            Map.of(
                    "subject", names(SubjectPayload.class),
                    "provenance", names(ProvenancePayload.class));

    static {
        StrictJson.configure(JSON);
    }

    private final Consumer<Row> rows;
    private final Set<String> unknown = new HashSet<>();

    /// @param rows takes what becomes of each row
    public ObservationRows(Consumer<Row> rows) {
        this.rows = rows;
    }

    /// An empty row.
    public static ObjectNode row() {
        return JSON.createObjectNode();
    }

    /// Reads a row that is written as JSON.
    public void read(long number, String text) {
        try {
            if (JSON.readTree(text) instanceof ObjectNode row) {
                read(number, row);
            } else {
                refuse(number, "", new Violation("", "must be a JSON object"));
            }
        } catch (JacksonException e) {
            refuse(number, "", violation(e));
        }
    }

    /// Reads a row.
    public void read(long number, ObjectNode row) {
        passOverUnknown(number, "", FIELDS, row);
        NESTED.forEach((field, known) -> {
            if (row.get(field) instanceof ObjectNode nested) {
                passOverUnknown(number, field + ".", known, nested);
            }
        });
        String key = row.path("externalId").asText("");
        try {
            ObservationPayload observation = JSON.treeToValue(row, ObservationPayload.class);
            missing(observation)
                    .ifPresentOrElse(
                            it -> refuse(number, key, it),
                            () -> rows.accept(new Reported(number, observation)));
        } catch (JacksonException e) {
            refuse(number, key, violation(e));
        }
    }

    /// Says that a row cannot be read.
    ///
    /// @param key of the row; empty where it has none
    public void refuse(long number, String key, Violation violation) {
        rows.accept(new Refused(number, key, violation));
    }

    private void passOverUnknown(long number, String path, Set<String> known, ObjectNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (!known.contains(name)) {
                node.remove(name);
                if (unknown.size() < MOST_UNKNOWN && unknown.add(path + name)) {
                    rows.accept(new Unknown(number, path + name));
                }
            }
        }
    }

    private static Optional<Violation> missing(ObservationPayload it) {
        Double value = it.value();
        if (it.indicator() == null || it.indicator().isBlank()) {
            return Optional.of(new Violation("indicator", "is missing"));
        }
        if (value == null) {
            return Optional.of(new Violation("value", "is missing"));
        }
        if (!Double.isFinite(value)) {
            return Optional.of(new Violation("value", "is not finite"));
        }
        if (it.observedOn() == null) {
            return Optional.of(new Violation("observedOn", "is missing"));
        }
        SubjectPayload subject = it.subject() == null ? SubjectPayload.NONE : it.subject();
        return subject.model() == null && subject.actor() == null
                ? Optional.of(
                        new Violation(
                                "subject.model",
                                "is missing, and no subject.actor is named instead"))
                : Optional.empty();
    }

    private static Violation violation(JacksonException e) {
        JsonFault fault = JsonFault.of(e);
        return new Violation(fault.field(), fault.message());
    }

    private static Set<String> names(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
