package rubicon.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.analysis.Disagreement.Value;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.testing.Samples;

class DisagreementTest {
    private static final Indicator P50 = Samples.horizon(Samples.P50, Direction.HIGHER, null);

    private static Statement row(String source, String model, double value) {
        return Samples.reported(
                source + model + value,
                "2026-01-01T00:00:00Z",
                Samples.observation(Samples.P50, source, model, value, "2025-01-01"));
    }

    private static List<Disagreement> of(Statement... statements) {
        return Disagreement.of(P50, IndicatorLedger.of(List.of(statements)).histories());
    }

    @Test
    void theSourceRankedFirstStandsAndTheOthersAreHeldAgainstIt() {
        List<Disagreement> found =
                of(row("unranked", "a", 90), row("second", "A ", 150), row("first", "a", 100));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().standing()).isEqualTo("first");
        assertThat(found.getFirst().values())
                .extracting(it -> it.result().key().source(), Value::agreement, Value::difference)
                .containsExactly(
                        tuple("first", Agreement.STANDS, null),
                        tuple("second", Agreement.DIFFERS, 0.5),
                        tuple("unranked", Agreement.DIFFERS, -0.1));
        assertThat(found.getFirst().largestDifference()).isEqualTo(0.5);
        assertThat(found.getFirst().isMoreThanRounding()).isTrue();
    }

    @Test
    void sourcesThatAgreeAndSubjectsOfOneSourceAreNoDisagreement() {
        assertThat(of(row("first", "a", 100), row("second", "a", 100), row("second", "b", 7)))
                .isEmpty();
    }

    @Test
    void whatWasWithdrawnDisagreesWithNobody() {
        Statement kept = row("first", "a", 100);
        Statement withdrawn = row("second", "a", 150);
        Statement retraction = Samples.retracted("r", "2026-02-01T00:00:00Z", withdrawn.key());

        assertThat(of(kept, withdrawn)).hasSize(1);
        assertThat(of(kept, withdrawn, retraction)).isEmpty();
    }

    @Test
    void aRevisionThatBringsTheSourcesTogetherEndsTheDisagreement() {
        Statement before = row("second", "a", 150);
        Statement after =
                Samples.reported(
                        "later",
                        "2026-02-01T00:00:00Z",
                        Samples.observation(Samples.P50, "second", "a", 100, "2025-01-01"));

        assertThat(of(row("first", "a", 100), before, after)).isEmpty();
    }

    @ParameterizedTest(name = "{0} beside {1}: {2}")
    @CsvSource({
        "720, 718.81, ROUNDED",
        "4, 3.99, ROUNDED",
        "16.5, 16.53, ROUNDED",
        "40, 38.83, ROUNDED",
        "2.9, 2.993, DIFFERS", // cut off, not rounded
        "360, 352.25, DIFFERS",
        "1000, 718.81, DIFFERS", // true to its one digit, and yet another value
        "52, 61.79, DIFFERS"
    })
    void aValueWithFewerDigitsIsToldFromAnotherValue(
            double quoted, double published, Agreement agreement) {
        List<Disagreement> found = of(row("first", "a", published), row("second", "a", quoted));

        assertThat(found.getFirst().values().getLast().agreement()).isEqualTo(agreement);
        assertThat(found.getFirst().isMoreThanRounding()).isEqualTo(agreement == Agreement.DIFFERS);
        assertThat(found.getFirst().largestDifference())
                .isCloseTo(Math.abs(quoted / published - 1), within(1e-12));
    }

    @Test
    void ofSeveralValuesThatStandTheNearestIsCompared() {
        Statement other =
                Samples.reported("x", "2026-01-01T00:00:00Z", withKey("another row of it", 200));

        List<Disagreement> found = of(row("first", "a", 100), other, row("second", "a", 190));

        assertThat(found.getFirst().values())
                .extracting(it -> it.result().value(), Value::agreement, Value::difference)
                .containsExactly(
                        tuple(200.0, Agreement.STANDS, null),
                        tuple(190.0, Agreement.DIFFERS, -0.05));
    }

    @Test
    void whatALedgerOfRecordsHasIsNoDisagreement() {
        Statement other =
                Samples.reported("x", "2026-01-01T00:00:00Z", withKey("another row of it", 200));

        assertThat(of(row("first", "a", 100), other, row("second", "a", 200))).isEmpty();
    }

    @Test
    void aDifferenceFromZeroHasNoShare() {
        Indicator anything = Samples.horizon(Samples.P50, Direction.HIGHER, null);
        List<Disagreement> found =
                Disagreement.of(
                        anything,
                        IndicatorLedger.of(List.of(row("first", "a", 0), row("second", "a", 5)))
                                .histories());

        assertThat(found.getFirst().values().getLast().difference()).isNull();
        assertThat(found.getFirst().isMoreThanRounding()).isTrue();
        assertThat(found.getFirst().largestDifference()).isZero();
    }

    private static Observation withKey(String externalId, double value) {
        var plain = Samples.observation(Samples.P50, "first", "a", value, "2025-01-01");
        return new Observation(
                new ObservationKey("first", Samples.P50, externalId),
                plain.subject(),
                plain.estimate(),
                plain.qualifier(),
                plain.observedOn(),
                plain.publishedAt(),
                plain.startingPoint(),
                plain.evaluator(),
                plain.evidence(),
                plain.note(),
                plain.disputed(),
                plain.confirmed(),
                plain.tags(),
                plain.provenance());
    }
}
