package rubicon.model.discrepancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Direction;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.ledger.Violation;
import rubicon.model.testing.Samples;
import rubicon.model.wire.DiscrepancyPayload;
import rubicon.model.wire.DiscrepancyPayload.StatementPayload;

class DiscrepancyCheckTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-20");
    private static final Catalogue CATALOGUE =
            Catalogue.of(List.of(Samples.horizon(Samples.P50, Direction.HIGHER, null)));
    private static final StatementPayload ONE =
            new StatementPayload("A lab", "34 ×", "as printed", "a card", "https://example.org");
    private static final StatementPayload OTHER =
            new StatementPayload("A lab", "30.09 ×", "as cited", "a later card", null);

    @Test
    void anEntryKeepsWhatEachSideSays() {
        var checked =
                check(entry("two-cards", "CITATION", List.of("horizon-p50"), List.of(ONE, OTHER)));

        assertThat(checked)
                .isInstanceOfSatisfying(
                        CheckedEntry.Valid.class,
                        it -> {
                            Discrepancy found = (Discrepancy) it.value();
                            assertThat(found.kind()).isEqualTo(DiscrepancyKind.CITATION);
                            assertThat(found.indicators()).containsExactly(Samples.P50);
                            assertThat(found.statements())
                                    .extracting(Discrepancy.Statement::value)
                                    .containsExactly("34 ×", "30.09 ×");
                        });
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        DiscrepancyPayload wrong =
                new DiscrepancyPayload(
                        "Two cards",
                        " ",
                        "LIE",
                        List.of("horizon-p50", "horizon-p50", "no-such"),
                        List.of(
                                new StatementPayload("A lab", null, "as cited", "a card", "p. 3"),
                                OTHER),
                        "it differs",
                        "nothing",
                        null);

        assertThat(faults(check(wrong)))
                .containsExactly(
                        "id: 'Two cards' is not lower-case words joined by '-'",
                        "title: is missing",
                        "kind: 'LIE' is none of [ARITHMETIC, RESTATEMENT, SCORING, VARIANT,"
                                + " CITATION, COUNT]",
                        "indicators: names 'horizon-p50' twice",
                        "indicators: 'no-such' is not in the catalogue",
                        "statements.value: is missing",
                        "statements.evidence: 'p. 3' is no https address",
                        "checked: is missing");
    }

    @Test
    void oneSideAloneDisagreesWithNobody() {
        assertThat(faults(check(entry("one-card", "CITATION", List.of(), List.of(ONE)))))
                .containsExactly("statements: are fewer than two");
        assertThat(faults(check(entry("no-card", null, null, null))))
                .containsExactly("kind: is missing", "statements: are fewer than two");
    }

    private static CheckedEntry<Discrepancy> check(DiscrepancyPayload entry) {
        return DiscrepancyCheck.check(entry, CATALOGUE);
    }

    private static DiscrepancyPayload entry(
            String id,
            @Nullable String kind,
            @Nullable List<String> indicators,
            @Nullable List<StatementPayload> statements) {
        return new DiscrepancyPayload(
                id, "Two cards", kind, indicators, statements, "they differ", "both stay", DAY);
    }

    private static List<String> faults(CheckedEntry<Discrepancy> checked) {
        return switch (checked) {
            case CheckedEntry.Valid<Discrepancy> _ -> List.of();
            case CheckedEntry.Refused<Discrepancy>(List<Violation> violations) ->
                    violations.stream().map(it -> it.field() + ": " + it.message()).toList();
        };
    }
}
