package rubicon.model.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.model.testing.Samples.NOW;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.ledger.Violation;
import rubicon.model.rule.Comparison;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.PolicyThresholdPayload.DeterminationPayload;
import rubicon.model.wire.PolicyThresholdPayload.NumericLinePayload;

class PolicyThresholdCheckTest {
    private static final LocalDate MAY = LocalDate.of(2025, 5, 1);
    private static final NumericLinePayload LINE =
            new NumericLinePayload("suite-2", "GE", 0.6, null);

    @Test
    void determinationsStandByDateWhateverTheirOrder() {
        PolicyThreshold read =
                valid(
                        threshold(
                                "IN_FORCE",
                                null,
                                List.of(LINE),
                                List.of(
                                        determination("Second", MAY.plusMonths(2), "GRAY_ZONE"),
                                        determination("First", MAY, "NOT_CROSSED"))));
        assertThat(read.determinations())
                .extracting(Determination::model)
                .containsExactly("First", "Second");
        assertThat(read.determinations().getLast().status())
                .isEqualTo(DeterminationStatus.GRAY_ZONE);
        assertThat(read.determinations().getLast().locator()).isEqualTo("p. 7");
        assertThat(read.lines().getFirst().op()).isEqualTo(Comparison.GE);
        assertThat(read.lines().getFirst().value()).isEqualTo(0.6);
        assertThat(valid(PolicyThresholdPayload.of(read))).isEqualTo(read);
    }

    @Test
    void monthWithoutADayStandsAfterTheDaysInIt() {
        DeterminationPayload day =
                new DeterminationPayload(
                        "Day", MAY.plusDays(4), "DAY", "NOT_CROSSED", null, "its card", null, null);
        PolicyThreshold read =
                valid(
                        threshold(
                                "IN_FORCE",
                                null,
                                List.of(),
                                List.of(
                                        determination("B", MAY, "NOT_CROSSED"),
                                        determination("A", MAY, "NOT_CROSSED"),
                                        day)));
        assertThat(read.determinations())
                .extracting(Determination::model)
                .containsExactly("Day", "B", "A");
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        PolicyThresholdPayload nothing =
                new PolicyThresholdPayload(
                        null, null, null, null, null, null, null, null, null, null, null, null,
                        null, null, null, null, null, null, null, null, null);
        assertThat(violations(nothing))
                .extracting(Violation::field)
                .containsExactly(
                        "id",
                        "source",
                        "issuer",
                        "framework",
                        "level",
                        "test",
                        "firstSeen",
                        "status",
                        "citation");
    }

    @Test
    void faultWithinAListIsNamedWithItsPlace() {
        PolicyThresholdPayload payload =
                threshold(
                        "IN_FORCE",
                        "another",
                        List.of(LINE, new NumericLinePayload("Suite 2", "OVER", null, null)),
                        List.of(
                                determination("Same", MAY, "NOT_CROSSED"),
                                determination("Same", MAY, "PERHAPS")));
        assertThat(violations(payload))
                .extracting(Violation::field)
                .containsExactly(
                        "lines[1].indicator",
                        "lines[1].value",
                        "lines[1].op",
                        "supersededBy",
                        "determinations[1].status",
                        "determinations[1].model");
    }

    @Test
    void successorIsNamedOnlyWhereTheThresholdIsSuperseded() {
        assertThat(valid(threshold("SUPERSEDED", "another", List.of(), List.of())).supersededBy())
                .isEqualTo("another");
    }

    private static DeterminationPayload determination(String model, LocalDate date, String status) {
        return new DeterminationPayload(
                model, date, "MONTH", status, null, "its card", "p. 7", null);
    }

    private static PolicyThresholdPayload threshold(
            String status,
            @Nullable String supersededBy,
            List<NumericLinePayload> lines,
            List<DeterminationPayload> determinations) {
        return new PolicyThresholdPayload(
                "a-threshold",
                "somebody",
                "A lab",
                "A policy",
                null,
                "High",
                "does it all",
                lines,
                List.of("suite-2"),
                MAY,
                "MONTH",
                status,
                supersededBy,
                determinations,
                "A card",
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static PolicyThreshold valid(PolicyThresholdPayload payload) {
        return switch (PolicyThresholdCheck.check(payload, NOW, NOW)) {
            case CheckedEntry.Valid<PolicyThreshold>(PolicyThreshold it) -> it;
            case CheckedEntry.Refused<PolicyThreshold>(var violations) ->
                    throw new AssertionError(violations);
        };
    }

    private static List<Violation> violations(PolicyThresholdPayload payload) {
        return switch (PolicyThresholdCheck.check(payload, NOW, NOW)) {
            case CheckedEntry.Valid<PolicyThreshold> valid -> throw new AssertionError(valid);
            case CheckedEntry.Refused<PolicyThreshold>(var violations) -> violations;
        };
    }
}
