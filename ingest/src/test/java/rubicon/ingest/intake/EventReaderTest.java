package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ingest.intake.Received.NamedBytes;
import rubicon.ingest.testing.Fuzz;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.ledger.EventKey;

class EventReaderTest {
    private static final Instant STAMPED = Instant.parse("2026-11-20T00:00:00Z");
    private static final String DATA =
            "{\"source\": \"s\", \"indicator\": \"i\", \"value\": 1.5, \"future\": true}";

    private final EventReader reader = new EventReader();

    private static Received received(@Nullable String value, String... headers) {
        List<NamedBytes> named = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            named.add(new NamedBytes(headers[i], headers[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        return new Received(
                "rubicon.observations",
                3,
                7,
                STAMPED,
                null,
                value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                named);
    }

    private static String structured(String attributes) {
        return "{\"specversion\": \"1.0\", %s, \"data\": %s}".formatted(attributes, DATA);
    }

    @Test
    void structuredEventIsReadWithAndWithoutItsContentType() {
        String event =
                structured(
                        "\"id\": \"e1\", \"source\": \"p\", \"type\":"
                                + " \"rubicon.observation.reported.v1\", \"time\":"
                                + " \"2026-03-03T16:04:54.123456789-05:00\"");
        for (Received received :
                List.of(
                        received(event),
                        received(event, "content-type", "application/cloudevents+json"))) {
            Arrival.Report report = (Arrival.Report) reader.read(received);
            assertThat(report.event()).isEqualTo(new EventKey("p", "e1"));
            assertThat(report.statedAt()).isEqualTo(Instant.parse("2026-03-03T21:04:54.123456Z"));
            assertThat(report.payload().value()).isEqualTo(1.5);
        }
    }

    @Test
    void binaryEventIsReadFromItsHeaders() {
        Arrival.Report report =
                (Arrival.Report)
                        reader.read(
                                received(
                                        DATA,
                                        "ce_specversion",
                                        "1.0",
                                        "ce_id",
                                        "e2",
                                        "ce_source",
                                        "p",
                                        "ce_type",
                                        "rubicon.observation.reported.v1",
                                        "content-type",
                                        "application/json"));
        assertThat(report.event()).isEqualTo(new EventKey("p", "e2"));
        assertThat(report.statedAt()).as("the record's own time").isEqualTo(STAMPED);
    }

    @Test
    void payloadOfAStructuredEventMayStandAsBase64() {
        String event =
                """
                {"specversion": "1.0", "id": "e3", "source": "p", "datacontenttype": "application/json",
                 "type": "rubicon.observation.reported.v1", "data_base64": "%s"}
                """
                        .formatted(
                                Base64.getEncoder()
                                        .encodeToString(DATA.getBytes(StandardCharsets.UTF_8)));
        Arrival.Report report = (Arrival.Report) reader.read(received(event));
        assertThat(report.event()).isEqualTo(new EventKey("p", "e3"));
        assertThat(report.payload().value()).isEqualTo(1.5);
        assertThat(report.statedAt()).isEqualTo(STAMPED);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "value; nonsense",
                "value; [1]",
                "specversion; {\"id\": \"a\"}",
                "id; {\"specversion\": \"1.0\", \"source\": \"p\"}",
                "source; {\"specversion\": \"1.0\", \"id\": \"a\"}",
                "type; {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"p\"}",
                "data; {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"p\", \"type\": \"x\"}",
                "type; {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"p\", \"type\": \"x\", \"data\": {}}",
                "time; {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"p\", \"type\": \"rubicon.observation.reported.v1\", \"time\": \"soon\", \"data\": {}}",
                "value; {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"p\", \"type\": \"rubicon.observation.reported.v1\", \"data\": {\"value\": \"much\"}}",
                "time; {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"p\", \"type\": \"rubicon.observation.reported.v1\", \"time\": 5, \"data\": {}}",
                "id; {\"specversion\": \"1.0\", \"id\": \"a\\ud800\", \"source\": \"p\"}",
                "n; {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"p\", \"type\": \"rubicon.observation.reported.v1\", \"data\": {\"n\": 1.7}}",
                "note; {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"p\", \"type\": \"rubicon.observation.reported.v1\", \"data\": {\"note\": \"a\\u0000\"}}",
                "data_base64; {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"p\", \"type\": \"rubicon.observation.reported.v1\", \"data_base64\": \"?\"}",
                "data_base64; {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"p\", \"type\": \"rubicon.observation.reported.v1\", \"data_base64\": \"e30=\", \"data\": {}}",
                "subject.releasedOn; {\"specversion\": \"1.0\", \"id\": \"a\", \"source\": \"p\", \"type\": \"rubicon.observation.reported.v1\", \"data\": {\"subject\": {\"releasedOn\": \"x\"}}}"
            })
    void unreadableRecordNamesItsFault(String field, String value) {
        Arrival.Unreadable unreadable = (Arrival.Unreadable) reader.read(received(value));
        assertThat(unreadable.violation().field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "rubicon.milestone.reported.v1, MILESTONE",
        "rubicon.policy-threshold.reported.v1, POLICY_THRESHOLD",
        "rubicon.forecast.reported.v1, FORECAST"
    })
    void entryOfTheChronicleIsReadByItsType(String type, EntryKind kind) {
        String event =
                """
                {"specversion": "1.0", "id": "e", "source": "p", "type": "%s",
                 "data": {"id": "x", "source": "s", "future": true}}
                """
                        .formatted(type);
        Arrival.Entry entry = (Arrival.Entry) reader.read(received(event));
        assertThat(entry.event()).isEqualTo(new EventKey("p", "e"));
        assertThat(entry.payload().entryKind()).isEqualTo(kind);
        assertThat(entry.payload().id()).isEqualTo("x");
        assertThat(entry.payload().eventType().type()).isEqualTo(type);
    }

    @Test
    void emptyRecordIsUnreadable() {
        assertThat(reader.read(received(null))).isInstanceOf(Arrival.Unreadable.class);
    }

    @Test
    void brokenEventIsReadOrTold() {
        String event =
                structured(
                        "\"id\": \"e1\", \"source\": \"p\", \"type\":"
                                + " \"rubicon.observation.reported.v1\", \"time\":"
                                + " \"2026-03-03T16:04:54Z\"");
        Fuzz.run(
                2_000,
                event.getBytes(StandardCharsets.UTF_8),
                broken -> {
                    reader.read(
                            new Received(
                                    "rubicon.observations",
                                    3,
                                    7,
                                    STAMPED,
                                    null,
                                    broken,
                                    List.of()));
                    reader.read(
                            new Received(
                                    "rubicon.observations",
                                    3,
                                    7,
                                    STAMPED,
                                    null,
                                    DATA.getBytes(StandardCharsets.UTF_8),
                                    List.of(
                                            new NamedBytes("ce_specversion", broken),
                                            new NamedBytes("ce_time", broken),
                                            new NamedBytes("ce_id", broken))));
                },
                List.of());
    }

    private static final String WHOLE_OBSERVATION =
            """
            {"specversion": "1.0", "id": "e1", "source": "p", "time": "2026-03-03T21:04:54.1Z",
             "type": "rubicon.observation.reported.v1", "datacontenttype": "application/json",
             "data": {"source": "s", "externalId": "x", "indicator": "i",
                      "subject": {"model": "m", "developer": "d", "scaffold": null,
                                  "releasedOn": "2026-02-05", "actor": "AI"},
                      "value": 718.81, "low": 3, "high": 1e3, "level": 0.95, "method": "BOOTSTRAP",
                      "n": 12, "unit": "min", "qualifier": "~", "observedOn": "2026-02-05",
                      "precision": "DAY", "publishedAt": "2026-03-03T00:00:00Z",
                      "statedAt": "2026-03-03T21:04:54+01:00", "startingPoint": "\u00e4",
                      "evaluator": "THIRD_PARTY", "evidence": "https://example.org/report",
                      "note": "", "disputed": null, "confirmed": null, "tags": {"a": "b", "c": ""},
                      "provenance": {"url": "u", "retrievedAt": "2026-03-03T00:00:00Z",
                                     "payloadSha256": "ab", "payloadNote": "n", "connector": "c",
                                     "connectorVersion": "1", "run": "r", "licence": "MIT"}}}
            """;
    private static final String WHOLE_RUN =
            """
            {"specversion": "1.0", "id": "e1", "source": "p", "time": "2026-03-03T21:04:54.1Z",
             "type": "rubicon.eval-run.completed.v1",
             "data": {"source": "s", "runId": "x", "suite": "i", "agent": "a", "taskId": "t",
                      "taskFamily": null, "humanMinutes": 3, "score": 0.5,
                      "startedAt": "2026-03-03T00:00:00Z", "completedAt": "2026-03-03T01:00:00Z",
                      "statedAt": null, "provenance": {"url": "u"}}}
            """;

    /// What is read straight off the bytes is what the closer look says, and faults are told alike.
    @ParameterizedTest
    @ValueSource(strings = {WHOLE_OBSERVATION, WHOLE_RUN})
    void quickLookSaysWhatTheCloserOneSays(String event) {
        byte[] whole = event.getBytes(StandardCharsets.UTF_8);
        assertThat(PlainEvents.read(whole)).isEqualTo(reader.readClosely(received(event)));
        Fuzz.run(
                5_000,
                whole,
                broken -> {
                    Received received =
                            new Received(
                                    "rubicon.observations", 3, 7, STAMPED, null, broken, List.of());
                    assertThat(reader.read(received)).isEqualTo(reader.readClosely(received));
                },
                List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\": 1, \"value\": 1}",
                "{\"tags\": {\"a\": \"b\", \"a\": \"b\"}}",
                "{\"tags\": {\"a\": null}}",
                "{\"tags\": {\"\\ud800\": \"b\"}}",
                "{\"subject\": {\"model\": 1}}",
                "{\"n\": 99999999999999999999}",
                "{\"value\": 99999999999999999999}",
                "{\"value\": -0}",
                "{\"value\": true}",
                "{\"note\": \"\\u0000\"}",
                "{\"source\": \"\\ud800\"}",
                "{\"provenance\": []}",
                "{\"observedOn\": \"2026-02-30\"}",
                "{\"future\": {\"a\": 1, \"a\": 2}}",
                "{\"value\": 1} {}",
                "{\"value\": 1}, \"data\": {}",
                "null"
            })
    void whatIsOddIsReadAsTheCloserLookSays(String data) {
        Received received =
                received(
                        "{\"specversion\": \"1.0\", \"id\": \"e\", \"source\": \"p\", \"type\":"
                                + " \"rubicon.observation.reported.v1\", \"time\":"
                                + " \"2026-03-03T16:04:54Z\", \"data\": %s}".formatted(data));
        assertThat(reader.read(received)).isEqualTo(reader.readClosely(received));
    }
}
