package rubicon.ingest.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.Times;
import rubicon.model.ledger.EventKey;
import rubicon.model.wire.Characters;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.EventType;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.SubjectPayload;

/// Reads observations and eval runs as nearly all senders write them, straight off their bytes: the
/// attributes of the event before its data, and no field that is not known. Whatever is otherwise,
/// and whatever is at fault, it leaves to [EventReader], which takes three times as long and names
/// the field. What it reads it reads exactly as that would.
final class PlainEvents {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;

    private PlainEvents(JsonParser parser) {
        this.parser = parser;
    }

    /// What the bytes say; null where somebody has to look closer.
    static @Nullable Arrival read(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(bytes)) {
            return new PlainEvents(parser).event();
        } catch (IOException | DateTimeException | Otherwise e) {
            return null;
        }
    }

    /// It is not as nearly all write it.
    private static final class Otherwise extends Exception {
        private static final long serialVersionUID = 1;

        Otherwise() {
            super("is read otherwise", null, false, false);
        }
    }

    private Arrival event() throws IOException, Otherwise {
        require(parser.nextToken() == JsonToken.START_OBJECT);
        String version = null;
        String id = null;
        String source = null;
        String type = null;
        String time = null;
        ObservationPayload observation = null;
        EvalRunPayload run = null;
        int seen = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            switch (name) {
                case "specversion" -> {
                    seen = once(seen, 0);
                    version = word();
                }
                case "id" -> {
                    seen = once(seen, 1);
                    id = text();
                }
                case "source" -> {
                    seen = once(seen, 2);
                    source = word();
                }
                case "type" -> {
                    seen = once(seen, 3);
                    type = word();
                }
                case "time" -> {
                    seen = once(seen, 4);
                    time = text();
                }
                case "datacontenttype" -> {
                    seen = once(seen, 5);
                    word();
                }
                case "data" -> {
                    seen = once(seen, 6);
                    if (EventType.OBSERVATION_REPORTED.type().equals(type)) {
                        observation = observation();
                    } else if (EventType.EVAL_RUN_COMPLETED.type().equals(type)) {
                        run = run();
                    } else {
                        throw new Otherwise();
                    }
                }
                default -> throw new Otherwise();
            }
        }
        end();
        require(parser.nextToken() == null && "1.0".equals(version));
        EventKey key = new EventKey(attribute(source), attribute(id));
        Instant stated = Times.instant(attribute(time)).truncatedTo(ChronoUnit.MICROS);
        if (observation != null) {
            return new Arrival.Report(key, stated, observation);
        }
        if (run != null) {
            return new Arrival.Run(key, stated, run);
        }
        throw new Otherwise();
    }

    private static String attribute(@Nullable String value) throws Otherwise {
        if (value == null || value.isBlank() || value.length() > EventReader.ATTRIBUTE_LIMIT) {
            throw new Otherwise();
        }
        return value;
    }

    private @Nullable ObservationPayload observation() throws IOException, Otherwise {
        String source = null;
        String externalId = null;
        String indicator = null;
        SubjectPayload subject = null;
        Double value = null;
        Double low = null;
        Double high = null;
        Double level = null;
        String method = null;
        Long n = null;
        String unit = null;
        String qualifier = null;
        LocalDate observedOn = null;
        String precision = null;
        Instant publishedAt = null;
        Instant statedAt = null;
        String startingPoint = null;
        String evaluator = null;
        String evidence = null;
        String note = null;
        String disputed = null;
        String confirmed = null;
        Map<String, String> tags = null;
        ProvenancePayload provenance = null;
        require(parser.nextToken() == JsonToken.START_OBJECT);
        int seen = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            switch (name) {
                case "source" -> {
                    seen = once(seen, 0);
                    source = word();
                }
                case "externalId" -> {
                    seen = once(seen, 1);
                    externalId = text();
                }
                case "indicator" -> {
                    seen = once(seen, 2);
                    indicator = word();
                }
                case "subject" -> {
                    seen = once(seen, 3);
                    subject = subject();
                }
                case "value" -> {
                    seen = once(seen, 4);
                    value = number();
                }
                case "low" -> {
                    seen = once(seen, 5);
                    low = number();
                }
                case "high" -> {
                    seen = once(seen, 6);
                    high = number();
                }
                case "level" -> {
                    seen = once(seen, 7);
                    level = number();
                }
                case "method" -> {
                    seen = once(seen, 8);
                    method = word();
                }
                case "n" -> {
                    seen = once(seen, 9);
                    n = whole();
                }
                case "unit" -> {
                    seen = once(seen, 10);
                    unit = word();
                }
                case "qualifier" -> {
                    seen = once(seen, 11);
                    qualifier = word();
                }
                case "observedOn" -> {
                    seen = once(seen, 12);
                    observedOn = day();
                }
                case "precision" -> {
                    seen = once(seen, 13);
                    precision = word();
                }
                case "publishedAt" -> {
                    seen = once(seen, 14);
                    publishedAt = instant();
                }
                case "statedAt" -> {
                    seen = once(seen, 15);
                    statedAt = instant();
                }
                case "startingPoint" -> {
                    seen = once(seen, 16);
                    startingPoint = text();
                }
                case "evaluator" -> {
                    seen = once(seen, 17);
                    evaluator = word();
                }
                case "evidence" -> {
                    seen = once(seen, 18);
                    evidence = word();
                }
                case "note" -> {
                    seen = once(seen, 19);
                    note = word();
                }
                case "disputed" -> {
                    seen = once(seen, 20);
                    disputed = word();
                }
                case "confirmed" -> {
                    seen = once(seen, 21);
                    confirmed = word();
                }
                case "tags" -> {
                    seen = once(seen, 22);
                    tags = tags();
                }
                case "provenance" -> {
                    seen = once(seen, 23);
                    provenance = provenance();
                }
                default -> throw new Otherwise();
            }
        }
        end();
        return new ObservationPayload(
                source,
                externalId,
                indicator,
                subject,
                value,
                low,
                high,
                level,
                method,
                n,
                unit,
                qualifier,
                observedOn,
                precision,
                publishedAt,
                statedAt,
                startingPoint,
                evaluator,
                evidence,
                note,
                disputed,
                confirmed,
                tags,
                provenance);
    }

    private @Nullable EvalRunPayload run() throws IOException, Otherwise {
        String source = null;
        String runId = null;
        String suite = null;
        String agent = null;
        String taskId = null;
        String taskFamily = null;
        Double humanMinutes = null;
        Double score = null;
        Instant startedAt = null;
        Instant completedAt = null;
        Instant statedAt = null;
        ProvenancePayload provenance = null;
        require(parser.nextToken() == JsonToken.START_OBJECT);
        int seen = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            switch (name) {
                case "source" -> {
                    seen = once(seen, 0);
                    source = word();
                }
                case "runId" -> {
                    seen = once(seen, 1);
                    runId = text();
                }
                case "suite" -> {
                    seen = once(seen, 2);
                    suite = word();
                }
                case "agent" -> {
                    seen = once(seen, 3);
                    agent = word();
                }
                case "taskId" -> {
                    seen = once(seen, 4);
                    taskId = word();
                }
                case "taskFamily" -> {
                    seen = once(seen, 5);
                    taskFamily = word();
                }
                case "humanMinutes" -> {
                    seen = once(seen, 6);
                    humanMinutes = number();
                }
                case "score" -> {
                    seen = once(seen, 7);
                    score = number();
                }
                case "startedAt" -> {
                    seen = once(seen, 8);
                    startedAt = instant();
                }
                case "completedAt" -> {
                    seen = once(seen, 9);
                    completedAt = instant();
                }
                case "statedAt" -> {
                    seen = once(seen, 10);
                    statedAt = instant();
                }
                case "provenance" -> {
                    seen = once(seen, 11);
                    provenance = provenance();
                }
                default -> throw new Otherwise();
            }
        }
        end();
        return new EvalRunPayload(
                source,
                runId,
                suite,
                agent,
                taskId,
                taskFamily,
                humanMinutes,
                score,
                startedAt,
                completedAt,
                statedAt,
                provenance);
    }

    private @Nullable SubjectPayload subject() throws IOException, Otherwise {
        if (!isObject()) {
            return null;
        }
        String model = null;
        String developer = null;
        String scaffold = null;
        LocalDate releasedOn = null;
        String actor = null;
        int seen = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            switch (name) {
                case "model" -> {
                    seen = once(seen, 0);
                    model = text();
                }
                case "developer" -> {
                    seen = once(seen, 1);
                    developer = word();
                }
                case "scaffold" -> {
                    seen = once(seen, 2);
                    scaffold = word();
                }
                case "releasedOn" -> {
                    seen = once(seen, 3);
                    releasedOn = day();
                }
                case "actor" -> {
                    seen = once(seen, 4);
                    actor = word();
                }
                default -> throw new Otherwise();
            }
        }
        end();
        return new SubjectPayload(model, developer, scaffold, releasedOn, actor);
    }

    private @Nullable ProvenancePayload provenance() throws IOException, Otherwise {
        if (!isObject()) {
            return null;
        }
        String url = null;
        Instant retrievedAt = null;
        String payloadSha256 = null;
        String payloadNote = null;
        String connector = null;
        String connectorVersion = null;
        String run = null;
        String licence = null;
        int seen = 0;
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            switch (name) {
                case "url" -> {
                    seen = once(seen, 0);
                    url = word();
                }
                case "retrievedAt" -> {
                    seen = once(seen, 1);
                    retrievedAt = instant();
                }
                case "payloadSha256" -> {
                    seen = once(seen, 2);
                    payloadSha256 = word();
                }
                case "payloadNote" -> {
                    seen = once(seen, 3);
                    payloadNote = word();
                }
                case "connector" -> {
                    seen = once(seen, 4);
                    connector = word();
                }
                case "connectorVersion" -> {
                    seen = once(seen, 5);
                    connectorVersion = word();
                }
                case "run" -> {
                    seen = once(seen, 6);
                    run = word();
                }
                case "licence" -> {
                    seen = once(seen, 7);
                    licence = word();
                }
                default -> throw new Otherwise();
            }
        }
        end();
        return new ProvenancePayload(
                url,
                retrievedAt,
                payloadSha256,
                payloadNote,
                connector,
                connectorVersion,
                run,
                licence);
    }

    private @Nullable Map<String, String> tags() throws IOException, Otherwise {
        if (!isObject()) {
            return null;
        }
        Map<String, String> tags = new LinkedHashMap<>(4);
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            String value = text();
            require(value != null && Characters.fault(name) == null);
            require(tags.put(name, value) == null);
        }
        end();
        return tags;
    }

    /// Whether an object begins; otherwise there is null.
    private boolean isObject() throws IOException, Otherwise {
        JsonToken token = parser.nextToken();
        require(token == JsonToken.START_OBJECT || token == JsonToken.VALUE_NULL);
        return token == JsonToken.START_OBJECT;
    }

    private void end() throws Otherwise {
        require(parser.currentToken() == JsonToken.END_OBJECT);
    }

    private boolean isText() throws IOException, Otherwise {
        JsonToken token = parser.nextToken();
        require(token == JsonToken.VALUE_STRING || token == JsonToken.VALUE_NULL);
        return token == JsonToken.VALUE_STRING;
    }

    private @Nullable String text() throws IOException, Otherwise {
        if (!isText()) {
            return null;
        }
        String text = parser.getText();
        require(Characters.fault(text) == null);
        return text;
    }

    /// A text that many events have in common.
    private @Nullable String word() throws IOException, Otherwise {
        if (!isText()) {
            return null;
        }
        String word =
                Words.SHARED.of(
                        parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
        require(word != null);
        return word;
    }

    private @Nullable Double number() throws IOException, Otherwise {
        return switch (parser.nextToken()) {
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_NUMBER_INT -> (double) parser.getLongValue();
            case VALUE_NULL -> null;
            case null, default -> throw new Otherwise();
        };
    }

    private @Nullable Long whole() throws IOException, Otherwise {
        return switch (parser.nextToken()) {
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_NULL -> null;
            case null, default -> throw new Otherwise();
        };
    }

    private @Nullable Instant instant() throws IOException, Otherwise {
        String text = text();
        return text == null ? null : Times.instant(text);
    }

    private @Nullable LocalDate day() throws IOException, Otherwise {
        String text = word();
        return text == null ? null : Days.SHARED.of(Times.day(text));
    }

    /// A field may stand once.
    private static int once(int seen, int field) throws Otherwise {
        require((seen & 1 << field) == 0);
        return seen | 1 << field;
    }

    private static void require(boolean isPlain) throws Otherwise {
        if (!isPlain) {
            throw new Otherwise();
        }
    }
}
