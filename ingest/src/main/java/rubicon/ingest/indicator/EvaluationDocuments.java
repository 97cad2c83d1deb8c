package rubicon.ingest.indicator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.DateMeaning;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Licence;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.ProvenancePayload;

/// Standing rows of a ledger in the format of Every Eval Ever 0.3: a list of documents, one for
/// each row. `metric_id` names the indicator as `rubicon:ID`, so that what was written can be read
/// back.
///
/// @see <a href="https://github.com/evaleval/every_eval_ever">Every Eval Ever</a>
final class EvaluationDocuments {
    static final String MEDIA_TYPE = "application/vnd.every-eval-ever+json";

    private static final String SCHEMA = "0.3.0";
    private static final String UNKNOWN = "unknown";
    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET).build();

    private final Indicator indicator;

    EvaluationDocuments(Indicator indicator) {
        this.indicator = indicator;
    }

    /// Writes a document for each row that stands and has a value.
    void write(Iterable<LedgerRowPayload> rows, OutputStream out) throws IOException {
        try (SequenceWriter documents = JSON.writer().writeValuesAsArray(out)) {
            for (LedgerRowPayload row : rows) {
                if (row.status().equals("STANDING") && row.value() != null) {
                    documents.write(document(row, row.value()));
                }
            }
        }
    }

    private ObjectNode document(LedgerRowPayload row, double value) {
        String subject = Objects.requireNonNullElse(row.subject().model(), row.subject().actor());
        ObjectNode document = JSON.createObjectNode();
        document.put("schema_version", SCHEMA);
        document.put("evaluation_id", "%s/%s/%s".formatted(indicator.id(), subject, row.id()));
        if (indicator.date() == DateMeaning.RESULT && row.observedOn() != null) {
            document.put("evaluation_timestamp", row.observedOn().toString());
        }
        document.put("retrieved_timestamp", Long.toString(retrievedAt(row).getEpochSecond()));
        document.set("source_metadata", source(row));
        document.putObject("eval_library").put("name", UNKNOWN).put("version", UNKNOWN);
        document.set("model_info", model(row, String.valueOf(subject)));
        document.putArray("evaluation_results").add(result(row, value));
        return document;
    }

    private static Instant retrievedAt(LedgerRowPayload row) {
        ProvenancePayload provenance = row.provenance();
        return provenance == null || provenance.retrievedAt() == null
                ? row.recordedAt()
                : provenance.retrievedAt();
    }

    private ObjectNode source(LedgerRowPayload row) {
        ObjectNode source = JSON.createObjectNode();
        source.put("source_name", row.source());
        source.put("source_type", "documentation");
        source.put("source_organization_name", row.source());
        String evaluator = Objects.requireNonNullElse(row.evaluator(), "OTHER");
        source.put("evaluator_relationship", evaluator.toLowerCase(Locale.ROOT));
        ObjectNode details = source.putObject("additional_details");
        details.put("citation", indicator.citation());
        ProvenancePayload provenance = row.provenance();
        details.put("licence", licence(provenance == null ? null : provenance.licence()));
        if (provenance != null) {
            put(details, "url", provenance.url());
            put(details, "payload_sha256", provenance.payloadSha256());
            put(details, "payload_note", provenance.payloadNote());
        }
        return source;
    }

    /// The terms of a row: its own, else the indicator's.
    private String licence(@Nullable String own) {
        return own == null || own.equals(Licence.NONE_STATED) ? indicator.licence().id() : own;
    }

    private static ObjectNode model(LedgerRowPayload row, String subject) {
        ObjectNode model = JSON.createObjectNode();
        model.put("name", subject);
        model.put("id", subject);
        put(model, "developer", row.subject().developer());
        ObjectNode details = model.putObject("additional_details");
        details.put("deployment_type", UNKNOWN);
        details.put("model_availability", UNKNOWN);
        put(details, "scaffold", row.subject().scaffold());
        put(details, "actor", row.subject().actor());
        if (row.subject().releasedOn() != null) {
            details.put("released_on", row.subject().releasedOn().toString());
        }
        return model;
    }

    private ObjectNode result(LedgerRowPayload row, double value) {
        ObjectNode result = JSON.createObjectNode();
        result.put("evaluation_result_id", row.id());
        result.put("evaluation_name", indicator.title());
        ObjectNode data = result.putObject("source_data");
        data.put("dataset_name", indicator.title());
        String evidence = row.evidence();
        if (evidence != null && evidence.matches("https?://.*")) {
            data.put("source_type", "url").putArray("url").add(evidence);
        } else {
            data.put("source_type", "other");
        }
        result.set("metric_config", metric());
        ObjectNode score = result.putObject("score_details");
        score.put("score", value);
        score.set("details", details(row));
        uncertainty(score, row);
        return result;
    }

    private ObjectNode metric() {
        ObjectNode metric = JSON.createObjectNode();
        metric.put("evaluation_description", indicator.description());
        metric.put("metric_id", "rubicon:" + indicator.id());
        metric.put("metric_name", indicator.title());
        metric.put("metric_unit", indicator.unit().symbol());
        metric.put("lower_is_better", indicator.direction() == Direction.LOWER);
        metric.put("score_type", "continuous");
        bound(metric, "min_score", indicator.bounds().low(), "-Infinity");
        bound(metric, "max_score", indicator.bounds().high(), "Infinity");
        return metric;
    }

    private static void bound(
            ObjectNode metric, String field, @Nullable Double end, String unbounded) {
        if (end == null) {
            metric.put(field, unbounded);
        } else {
            metric.put(field, end);
        }
    }

    private static ObjectNode details(LedgerRowPayload row) {
        ObjectNode details = JSON.createObjectNode();
        details.put("external_id", row.externalId());
        if (row.observedOn() != null) {
            details.put("observed_on", row.observedOn().toString());
        }
        put(details, "precision", row.precision());
        put(details, "qualifier", row.qualifier());
        put(details, "starting_point", row.startingPoint());
        put(details, "evidence", row.evidence());
        put(details, "note", row.note());
        for (Map.Entry<String, String> tag : row.tags().entrySet()) {
            details.put("tag_" + tag.getKey(), tag.getValue());
        }
        Double low = row.low();
        Double high = row.high();
        if (low == null ^ high == null) {
            put(details, "low", low == null ? null : low.toString());
            put(details, "high", high == null ? null : high.toString());
        }
        return details;
    }

    /// The format knows an interval of two ends only; of another one the end stands in `details`.
    private static void uncertainty(ObjectNode score, LedgerRowPayload row) {
        ObjectNode uncertainty = JSON.createObjectNode();
        if (row.low() != null && row.high() != null) {
            ObjectNode interval = uncertainty.putObject("confidence_interval");
            interval.put("lower", row.low());
            interval.put("upper", row.high());
            if (row.level() != null) {
                interval.put("confidence_level", row.level());
            }
            put(interval, "method", row.method());
        }
        if (row.n() != null) {
            uncertainty.put("num_samples", row.n());
        }
        if (!uncertainty.isEmpty()) {
            score.set("uncertainty", uncertainty);
        }
    }

    private static void put(ObjectNode node, String field, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            node.put(field, text);
        }
    }
}
