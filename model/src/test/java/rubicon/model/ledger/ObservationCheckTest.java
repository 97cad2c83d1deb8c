package rubicon.model.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Kind;
import rubicon.model.ledger.ObservationCheck.Checked;
import rubicon.model.ledger.ObservationCheck.Refused;
import rubicon.model.ledger.ObservationCheck.Valid;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Observation;
import rubicon.model.observation.Subject;
import rubicon.model.testing.Samples;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class ObservationCheckTest {
    private static final Instant STATED = Instant.parse("2026-03-03T21:04:54Z");
    private final ObservationCheck check =
            new ObservationCheck(
                    Catalogue.of(List.of(Samples.horizon(Samples.P50, Direction.HIGHER, null))));

    private static ObservationPayload payload(
            @Nullable String indicator,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String unit,
            @Nullable LocalDate observedOn) {
        return new ObservationPayload(
                "metr",
                null,
                indicator,
                new SubjectPayload("Model  One", null, null, null, null),
                value,
                low,
                high,
                null,
                null,
                null,
                unit,
                null,
                observedOn,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                null);
    }

    private Checked checked(ObservationPayload payload) {
        return check.check(payload, STATED, Samples.NOW);
    }

    @Test
    void valueIsConvertedToTheUnitOfTheIndicator() {
        LocalDate date = LocalDate.parse("2026-02-05");
        Observation observation =
                ((Valid) checked(payload("horizon-p50", 2.0, 1.0, 3.0, "h", date))).observation();
        assertThat(observation.estimate().value()).isEqualTo(120.0);
        assertThat(observation.estimate().low()).isEqualTo(60.0);
        assertThat(observation.estimate().high()).isEqualTo(180.0);
    }

    @Test
    void rowWithoutAKeyIsKnownByItsNormalisedSubject() {
        LocalDate date = LocalDate.parse("2026-02-05");
        Observation observation =
                ((Valid) checked(payload("horizon-p50", 2.0, null, null, null, date)))
                        .observation();
        assertThat(observation.key().externalId()).isEqualTo("model one||ai|");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            nullValues = "-",
            value = {
                "indicator, no-such, 1, -, -, -, 2026-01-01",
                "indicator, Bad Id, 1, -, -, -, 2026-01-01",
                "indicator, -, 1, -, -, -, 2026-01-01",
                "value, horizon-p50, -, -, -, -, 2026-01-01",
                "value, horizon-p50, 0, -, -, -, 2026-01-01",
                "value, horizon-p50, NaN, -, -, -, 2026-01-01",
                "value, horizon-p50, Infinity, -, -, -, 2026-01-01",
                "low, horizon-p50, 1, 2, -, -, 2026-01-01",
                "high, horizon-p50, 1, -, 0.5, -, 2026-01-01",
                "unit, horizon-p50, 1, -, -, kg, 2026-01-01",
                "observedOn, horizon-p50, 1, -, -, -, 2026-11-22",
                "observedOn, horizon-p50, 1, -, -, -, -"
            })
    void refusalNamesTheField(
            String field,
            @Nullable String indicator,
            @Nullable Double value,
            @Nullable Double low,
            @Nullable Double high,
            @Nullable String unit,
            @Nullable LocalDate observedOn) {
        Checked refused = checked(payload(indicator, value, low, high, unit, observedOn));
        assertThat(((Refused) refused).violations()).extracting(Violation::field).contains(field);
    }

    @Test
    void tomorrowIsAllowedAndSoIsAClockThatIsALittleAhead() {
        LocalDate tomorrow = LocalDate.parse("2026-11-21");
        ObservationPayload payload = payload("horizon-p50", 1.0, null, null, null, tomorrow);
        assertThat(check.check(payload, Samples.NOW.plusSeconds(300), Samples.NOW))
                .isInstanceOf(Valid.class);
        Checked tooFar = check.check(payload, Samples.NOW.plusSeconds(301), Samples.NOW);
        assertThat(((Refused) tooFar).violations())
                .extracting(Violation::field)
                .containsExactly("time");
    }

    @Test
    void reasonOfADisputeIsKeptAndHasALimit() {
        assertThat(((Valid) checkedDispute("the card prints 34")).observation().disputed())
                .isEqualTo("the card prints 34");
        assertThat(((Valid) checkedDispute(" ")).observation().disputed())
                .as("an empty reason disputes nothing")
                .isNull();
        assertThat(((Refused) checkedDispute("x".repeat(1_001))).violations())
                .extracting(Violation::field)
                .containsExactly("disputed");
    }

    private Checked checkedDispute(String disputed) {
        LocalDate date = LocalDate.parse("2026-01-01");
        return checked(with(payload("horizon-p50", 1.0, null, null, null, date), null, disputed));
    }

    private Checked checkedEvidence(String evidence) {
        ObservationPayload it =
                payload("horizon-p50", 1.0, null, null, null, LocalDate.parse("2026-01-01"));
        return checked(with(it, evidence, null));
    }

    private static ObservationPayload with(
            ObservationPayload it, @Nullable String evidence, @Nullable String disputed) {
        return new ObservationPayload(
                it.source(),
                it.externalId(),
                it.indicator(),
                it.subject(),
                it.value(),
                it.low(),
                it.high(),
                it.level(),
                it.method(),
                it.n(),
                it.unit(),
                it.qualifier(),
                it.observedOn(),
                it.precision(),
                it.publishedAt(),
                it.statedAt(),
                it.startingPoint(),
                it.evaluator(),
                evidence,
                it.note(),
                disputed,
                it.confirmed(),
                it.tags(),
                it.provenance());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/a?b=c",
                "HTTP://example.org",
                "Table 3: results",
                "Note: see the appendix",
                "arXiv:2503.14499",
                "data from table 2"
            })
    void evidenceIsAPageOfTheWebOrAText(String evidence) {
        assertThat(checkedEvidence(evidence)).isInstanceOf(Valid.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                " JavaScript:alert(1)",
                "java\tscript:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "ftp://example.org/a",
                "file:///etc/passwd",
                "half \ud83d of a pair"
            })
    void evidenceThatLeadsElsewhereIsRefused(String evidence) {
        assertThat(((Refused) checkedEvidence(evidence)).violations())
                .extracting(Violation::field)
                .containsExactly("evidence");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899-12-31", "2200-01-01", "-999999999-01-01"})
    void releaseDateOfTheSubjectIsOfItsTime(LocalDate releasedOn) {
        ObservationPayload it =
                payload("horizon-p50", 1.0, null, null, null, LocalDate.parse("2026-01-01"));
        SubjectPayload subject = new SubjectPayload("M", null, null, releasedOn, null);
        assertThat(((Refused) checked(of(it, subject))).violations())
                .extracting(Violation::field)
                .containsExactly("subject.releasedOn");
    }

    private static ObservationPayload of(ObservationPayload it, SubjectPayload subject) {
        return new ObservationPayload(
                it.source(),
                null,
                it.indicator(),
                subject,
                it.value(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                it.observedOn(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @Test
    void actorAloneIsASubjectOfALedgerOfRecordsOnly() {
        SubjectPayload people = new SubjectPayload(null, null, null, null, "HUMAN");
        Indicator measured = Samples.horizon(Samples.P50, Direction.HIGHER, null);
        assertThat(((Refused) checked(measured, people)).violations())
                .containsExactly(
                        new Violation(
                                "subject.model",
                                "is missing; subject.actor alone will do only in a ledger of"
                                        + " records"));
        Checked inLedger = checked(Samples.ofKind(measured, Kind.RECORD_LEDGER, Feed.LIVE), people);
        assertThat(((Valid) inLedger).observation().subject())
                .isEqualTo(new Subject("", null, null, null, Actor.HUMAN));
        Checked ofNobody =
                checked(
                        Samples.ofKind(measured, Kind.RECORD_LEDGER, Feed.LIVE),
                        SubjectPayload.NONE);
        assertThat(((Refused) ofNobody).violations())
                .extracting(Violation::field)
                .containsExactly("subject.model");
    }

    private static Checked checked(Indicator indicator, SubjectPayload subject) {
        ObservationPayload it =
                payload("horizon-p50", 1.0, null, null, null, LocalDate.parse("2026-01-01"));
        return new ObservationCheck(Catalogue.of(List.of(indicator)))
                .check(of(it, subject), STATED, Samples.NOW);
    }

    @Test
    void timeOfTheStatementIsCalledAsItsSenderCallsIt() {
        ObservationCheck rest =
                new ObservationCheck(
                        Catalogue.of(List.of(Samples.horizon(Samples.P50, Direction.HIGHER, null))),
                        "statedAt");
        ObservationPayload payload =
                payload("horizon-p50", 1.0, null, null, null, LocalDate.parse("2026-01-01"));
        Checked tooFar = rest.check(payload, Samples.NOW.plusSeconds(301), Samples.NOW);
        assertThat(((Refused) tooFar).violations())
                .extracting(Violation::field)
                .containsExactly("statedAt");
    }

    @Test
    void everyFaultIsToldAtOnce() {
        Checked refused = checked(payload("horizon-p50", -1.0, null, null, "kg", null));
        assertThat(((Refused) refused).violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("observedOn", "unit", "value");
    }
}
