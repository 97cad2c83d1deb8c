package rubicon.ingest.source.facts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.ProvenancePayload;
import rubicon.model.wire.RetractionPayload;
import rubicon.model.wire.SubjectPayload;

class FactsConnectorTest {
    private static final Instant STATED = Instant.parse("2026-03-04T00:00:00Z");
    private static final Instant READ = Instant.parse("2026-03-05T00:00:00Z");

    @Test
    void rowTakesWhatItDoesNotSayFromTheDefaultsObjectByObject() throws DriftException {
        Mapped mapped =
                map(
                        """
                        defaults:
                          source: somebody
                          indicator: an-indicator
                          unit: min
                          statedAt: 2026-01-02T03:04:05Z
                          subject: {developer: Maker, actor: AI}
                        observations:
                          - {externalId: a, subject: {model: One}, value: 1.5, observedOn: 2026-01-01}
                          - {externalId: b, subject: {model: Two, developer: Other}, unit: h,
                             value: 2, observedOn: 2026-02-01, source: else}
                        """);
        assertThat(mapped.refused()).isEmpty();
        ObservationPayload first = mapped.observations().get(0);
        assertThat(first.source()).isEqualTo("somebody");
        assertThat(first.subject()).isEqualTo(new SubjectPayload("One", "Maker", null, null, "AI"));
        assertThat(first.value()).isEqualTo(1.5);
        assertThat(first.observedOn()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(first.statedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(first.publishedAt()).isNull();
        ObservationPayload second = mapped.observations().get(1);
        assertThat(second.source()).isEqualTo("else");
        assertThat(second.unit()).isEqualTo("h");
        assertThat(Objects.requireNonNull(second.subject()).developer()).isEqualTo("Other");
    }

    @Test
    void rowThatNamesNeitherSourceNorTimeIsStatedByTheFile() throws DriftException {
        ObservationPayload row =
                map("observations: [{value: 1, observedOn: 2026-01-01}]").observations().getFirst();
        assertThat(row.source()).isEqualTo("the-file");
        assertThat(row.statedAt()).isEqualTo(STATED);
        assertThat(row.provenance())
                .isEqualTo(
                        new ProvenancePayload(
                                "file:///facts.yaml",
                                READ,
                                "abc",
                                "facts",
                                "1",
                                "run-1",
                                "none stated"));
    }

    @Test
    void placeWhereARowWasReadFirstStaysItsProvenance() throws DriftException {
        ObservationPayload row =
                map("""
                observations:
                  - {value: 1, provenance: {url: "https://example.org/a", licence: MIT,
                     retrievedAt: 2026-01-01T00:00:00Z}}
                """)
                        .observations()
                        .getFirst();
        assertThat(row.provenance())
                .isEqualTo(
                        new ProvenancePayload(
                                "https://example.org/a",
                                Instant.parse("2026-01-01T00:00:00Z"),
                                null,
                                "no hash is given with the row",
                                "facts",
                                "1",
                                "run-1",
                                "MIT"));
    }

    @Test
    void provenanceMayNameAPayloadAndWhatWasSaidBeforeAnother() throws DriftException {
        Mapped mapped =
                map(
                        """
                        payloads:
                          new: {url: "https://example.org/new", payloadSha256: "12", licence: MIT}
                          old: {payloadNote: "the file is not held", licence: MIT}
                        observations:
                          - externalId: a
                            value: 2
                            provenance: new
                            earlier: [{statedAt: 2026-01-01T00:00:00Z, value: 1, provenance: old}]
                          - {externalId: b, value: 3, provenance: lost}
                        """);
        assertThat(mapped.observations())
                .map(it -> Objects.requireNonNull(it.provenance()))
                .extracting(
                        ProvenancePayload::url,
                        ProvenancePayload::payloadSha256,
                        ProvenancePayload::payloadNote)
                .containsExactly(
                        tuple(null, null, "the file is not held"),
                        tuple("https://example.org/new", "12", null));
        assertThat(mapped.refused())
                .map(it -> it.violation().message())
                .containsExactly("'lost' is none of the file's payloads");
    }

    @Test
    void badRowIsRefusedWithItsFieldAndHindersNoOther() throws DriftException {
        Mapped mapped =
                map(
                        """
                        observations:
                          - {externalId: a, value: 1, observedOn: 2026-01-01}
                          - {externalId: b, value: many, observedOn: 2026-01-01}
                          - {externalId: c, value: 1, observedOn: soon}
                          - {externalId: d, vaule: 1}
                          - {externalId: e, value: 1, subject: {modle: x}}
                          - just text
                        """);
        assertThat(mapped.observations())
                .extracting(ObservationPayload::externalId)
                .containsExactly("a");
        assertThat(mapped.refused())
                .extracting(Mapped.Refused::externalId, it -> it.violation().field())
                .containsExactly(
                        tuple("b", "observations[1].value"),
                        tuple("c", "observations[2].observedOn"),
                        tuple("d", "observations[3].vaule"),
                        tuple("e", "observations[4].subject.modle"),
                        tuple("observations[5]", "observations[5]"));
    }

    @Test
    void rowTellsWhatWasSaidBeforeAndThatItWasTakenBack() throws DriftException {
        Mapped mapped =
                map(
                        """
                        defaults: {source: somebody, indicator: an-indicator, unit: min, evidence: a card}
                        observations:
                          - {externalId: a, subject: {model: One}, observedOn: 2026-01-01,
                             value: 718.8, low: 300, statedAt: 2026-03-03T00:00:00Z,
                             publishedAt: 2026-03-04T00:00:00Z, disputed: "since then",
                             earlier: [
                               {statedAt: 2026-01-30T00:00:00Z, value: 860, evidence: another card},
                               {statedAt: 2026-02-22T00:00:00Z, value: 870, low: 310,
                                publishedAt: 2026-02-23T00:00:00Z}],
                             withdrawn: {statedAt: 2026-05-01T00:00:00Z, reason: CONTAMINATION,
                               text: "leaked"}}
                        """);
        assertThat(mapped.refused()).isEmpty();
        assertThat(mapped.observations())
                .extracting(
                        ObservationPayload::externalId,
                        ObservationPayload::value,
                        ObservationPayload::low,
                        ObservationPayload::statedAt,
                        ObservationPayload::publishedAt,
                        ObservationPayload::evidence,
                        ObservationPayload::disputed)
                .containsExactly(
                        tuple("a", 860.0, 300.0, day(1, 30), day(1, 30), "another card", null),
                        tuple("a", 870.0, 310.0, day(2, 22), day(2, 23), "a card", null),
                        tuple("a", 718.8, 300.0, day(3, 3), day(3, 4), "a card", "since then"));
        assertThat(mapped.withdrawals())
                .containsExactly(
                        new Mapped.Withdrawal(
                                new RetractionPayload(
                                        "somebody", "an-indicator", "a", "CONTAMINATION", "leaked"),
                                day(5, 1)));
    }

    @Test
    void pastWithoutATimeIsRefusedWithItsRow() throws DriftException {
        Mapped mapped =
                map(
                        """
                        observations:
                          - {externalId: a, value: 1, earlier: [{value: 2}]}
                          - {externalId: b, value: 1, earlier: 2}
                          - {externalId: c, value: 1, withdrawn: {reason: WITHDRAWN}}
                          - {externalId: d, value: 1, withdrawn: {wen: 2026-01-01}}
                        """);
        assertThat(mapped.observations()).isEmpty();
        assertThat(mapped.withdrawals()).isEmpty();
        assertThat(mapped.refused())
                .extracting(Mapped.Refused::externalId, it -> it.violation().message())
                .containsSubsequence(
                        tuple("a", "'earlier' has no 'statedAt'"),
                        tuple("b", "'earlier' is no list"),
                        tuple("c", "'withdrawn' has no 'statedAt'"));
        assertThat(mapped.refused()).hasSize(4);
    }

    private static Instant day(int month, int day) {
        return Instant.parse("2026-%02d-%02dT00:00:00Z".formatted(month, day));
    }

    @Test
    void entriesOfTheChronicleTakeTheirDefaultsAndTheirSourceToo() throws DriftException {
        Mapped mapped =
                map(
                        """
                        defaults: {citation: a letter}
                        forecasts:
                          - {id: f, who: somebody, what: it happens, probability: 0.5}
                        policyThresholds:
                          - {id: p, source: else, lines: [{indicator: i, op: GE, value: 1}]}
                        milestones:
                          - {id: m, date: 2026-01-01, categories: [bug-fixes]}
                          - {id: bad, date: soon}
                          - {id: worse, wen: 2026-01-01}
                        """);
        assertThat(mapped.observations()).isEmpty();
        assertThat(mapped.entries())
                .extracting(ChroniclePayload::id, ChroniclePayload::source)
                .containsExactly(
                        tuple("f", "the-file"), tuple("m", "the-file"), tuple("p", "else"));
        assertThat(mapped.entries())
                .filteredOn(ForecastEntryPayload.class::isInstance)
                .singleElement()
                .satisfies(it ->
                        assertThat(((ForecastEntryPayload) it).citation()).isEqualTo("a letter"));
        assertThat(mapped.refused())
                .extracting(Mapped.Refused::externalId, it -> it.violation().field())
                .containsExactly(
                        tuple("bad", "milestones[1].date"), tuple("worse", "milestones[2].wen"));
    }

    @Test
    void fileWithNothingThatIsReadIsDrift() {
        assertThatThrownBy(() -> map("facts: []"))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("'observations'")
                .hasMessageContaining("'milestones'");
        assertThatThrownBy(() -> map("milestones: 5"))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("'milestones' is no list");
    }

    private static Mapped map(String yaml) throws DriftException {
        return new FactsConnector()
                .map(
                        new Fetched(
                                "the-file",
                                "",
                                "file:///facts.yaml",
                                READ,
                                STATED,
                                "abc",
                                "run-1",
                                yaml.getBytes(UTF_8)));
    }
}
