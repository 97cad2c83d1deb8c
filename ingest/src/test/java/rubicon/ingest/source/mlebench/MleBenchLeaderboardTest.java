package rubicon.ingest.source.mlebench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rubicon.ingest.source.TextFile.fixture;
import static rubicon.ingest.source.TextFile.keys;
import static rubicon.ingest.source.TextFile.refused;
import static rubicon.ingest.source.TextFile.row;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;
import rubicon.model.wire.SubjectPayload;

class MleBenchLeaderboardTest {
    private static final String ANY = "mle-bench-all-any";
    private static final String CLEAN = "mle-bench-all-clean";
    private static final String HEADER =
            """
            | Agent | LLM(s) used | All (%) | Running Time (hours) | Date | Known Leakage[^1] |
            |-|-|-|-|-|-|
            """;

    private final MleBenchLeaderboard connector = new MleBenchLeaderboard();

    @Test
    void rowIsKnownByAgentModelAndHoursWithoutLinksFootnotesAndLineBreaks() throws Exception {
        Mapped mapped = map(fixture("mle-bench-leaderboard/README.md"));

        assertThat(keys(mapped, CLEAN))
                .containsExactly(
                        "Two Lines (Somewhere)|Gemini-3-Pro-Preview|24",
                        "Two Lines (Somewhere)|Gemini-3-Pro-Preview|12",
                        "AIDE|o1-preview|24",
                        "Plain|some-new-model|24");
        ObservationPayload best =
                row(mapped, CLEAN, "Two Lines (Somewhere)|Gemini-3-Pro-Preview|24");
        assertThat(best.subject())
                .isEqualTo(
                        new SubjectPayload(
                                "Gemini 3 Pro",
                                "Google DeepMind",
                                "Two Lines (Somewhere)",
                                null,
                                "AI"));
        assertThat(best.value()).isEqualTo(60.5);
        assertThat(best.low()).isEqualTo(59.25);
        assertThat(best.high()).isEqualTo(61.75);
        assertThat(best.method()).isEqualTo("STANDARD_ERROR");
        assertThat(best.observedOn()).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(best.tags()).isEqualTo(Map.of("leakage", "false"));
    }

    @Test
    void errorIsSubtractedExactly() throws Exception {
        ObservationPayload aide =
                row(map(fixture("mle-bench-leaderboard/README.md")), CLEAN, "AIDE|o1-preview|24");

        assertThat(aide.low()).isEqualTo(16.51);
        assertThat(aide.high()).isEqualTo(17.73);
    }

    @Test
    void markedRowStaysAmongAllRowsAndIsWithdrawnFromTheCleanOnes() throws Exception {
        Mapped mapped = map(fixture("mle-bench-leaderboard/README.md"));

        assertThat(row(mapped, ANY, "Leaky|o3|24").tags()).containsEntry("leakage", "true");
        assertThat(mapped.withdrawals())
                .map(Mapped.Withdrawal::retraction)
                .extracting(
                        RetractionPayload::indicator,
                        RetractionPayload::externalId,
                        RetractionPayload::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(CLEAN, "Leaky|o3|24", "CONTAMINATION"));
    }

    @Test
    void rowWithoutMarkIsCleanButSaysNothingOfLeakage() throws Exception {
        ObservationPayload plain =
                row(
                        map(fixture("mle-bench-leaderboard/README.md")),
                        CLEAN,
                        "Plain|some-new-model|24");

        assertThat(plain.tags()).isEqualTo(Map.of("unresolved", "true"));
        assertThat(plain.value()).isEqualTo(5);
        assertThat(plain.low()).isNull();
        assertThat(plain.method()).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "| Agent | All (%) |; | AIDE o1-preview | 16.9 ± 1.1 |; AIDE|o1-preview|24; 2024-10-08",
                "| Agent | All (%) | Date |; | [RD-Agent](https://x.org) o1-preview | 22.4 ± 1.1 | 2025-05-14 |; R&D-Agent|o1-preview|24; 2025-05-14",
                "| Agent | All (%) | Running Time (hours) | Date |; | [Neo](https://x.org) multi-agent | 34.22 ± 0.89 | 36 | 2025-07-28 |; Neo multi-agent|undisclosed|36; 2025-07-28",
                "| Agent | LLM(s) used | All (%) | Running Time (hours) | Date |; | FM Agent | Gemini-2.5-Pro | 43.56 ± 1.78 | 24 | 2025-10-10 |; Famou-Agent|Gemini-2.5-Pro|24; 2025-10-10"
            })
    void rowOfAnEarlierFormIsTheRowOfTheLatest(String header, String line, String key, String day)
            throws Exception {
        String table = header + "\n" + header.replaceAll("[^|]+", "---") + "\n" + line;

        ObservationPayload row = row(map(stated("2026-02-23T10:37:15Z", table)), CLEAN, key);

        assertThat(row.observedOn()).isEqualTo(LocalDate.parse(day));
        assertThat(row.tags()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"Known Leakage[^1]", "Known Data Leakage", "Test-label leakage", "LEAKS"})
    void markCountsHoweverItsColumnIsCalled(String column) throws Exception {
        String table =
                HEADER.replace("Known Leakage[^1]", column)
                        + "| A | o3 | 10 ± 1 | 24 | 2026-01-01 | ✓ |\n"
                        + "| B | o3 | 10 ± 1 | 24 | 2026-01-01 | - |\n";

        Mapped mapped = map(table);

        assertThat(keys(mapped, CLEAN)).containsExactly("B|o3|24");
        assertThat(keys(mapped, ANY)).containsExactly("A|o3|24", "B|o3|24");
        assertThat(row(mapped, ANY, "A|o3|24").tags()).containsEntry("leakage", "true");
    }

    @Test
    void boardThatNoLongerSaysWhatLeakedIsDriftThatNamesTheColumn() {
        String table =
                HEADER.replace("Known Leakage[^1]", "Contaminated")
                        + "| A | o3 | 10 ± 1 | 24 | 2026-01-01 | ✓ |\n";

        assertThatThrownBy(() -> map(stated("2026-02-25T00:00:00Z", table)))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("the column 'Known Leakage' is missing");
    }

    @Test
    void unknownRowOfAnEarlierFormIsDriftThatNamesWhatIsMissing() {
        assertThatThrownBy(() -> map("| Agent | All (%) |\n|-|-|\n| New thing | 16.9 ± 1.1 |\n"))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("LLM(s) used is missing");
    }

    /// As editors put them in: a mark as an emoji, and blanks that break no line.
    @Test
    void charactersThatAreNotSeenMakeNoOtherRow() throws Exception {
        String board =
                HEADER
                        + "| A b | o3 | 10 ± 1 | 24 | 2026-01-01 | ✔ |\n"
                        + "| C | o3 | 10 ± 1 | 24 | 2026-01-01 | X |\n";
        String edited =
                board.replace("A b", "A\u00a0b")
                        .replace("o3 ", "o3\u200b ")
                        .replace("10 ± 1", "10\u202f±&nbsp;1")
                        .replace("All (%)", "All\u00a0(%)")
                        .replace("✔", "✔\ufe0f")
                        .replace("| X |", "| ❌ |");

        assertThat(map(edited)).isEqualTo(map(board));
        assertThat(keys(map(edited), CLEAN)).containsExactly("C|o3|24");
    }

    @Test
    void badRowsHinderNoOther() throws Exception {
        Mapped mapped =
                map(
                        HEADER
                                + """
                                | A | o3 | 10 ± 1 | 24 | 2026-01-01 | - |
                                | B | o3 | soon | 24 | 2026-01-01 | - |
                                | C | o3 | 10 ± 1 | 24 | January | - |
                                | D | o3 | 10 ± 1 | 24 | 2026-01-01 | maybe |
                                | A | o3 | 20 ± 1 | 24 | 2026-01-01 | - |
                                """);

        assertThat(keys(mapped, CLEAN)).isEqualTo(List.of("A|o3|24"));
        assertThat(refused(mapped))
                .containsExactly(
                        "B|o3|24: leaderboard.2.All (%) 'soon' is no mean with its error",
                        "C|o3|24: leaderboard.3.Date 'January' is no day",
                        "D|o3|24: leaderboard.4.Known Leakage 'maybe' is no mark that is known"
                                + " here",
                        "A|o3|24: leaderboard.5.Agent 'A|o3|24' is there twice");
    }

    private Mapped map(String text) throws DriftException {
        return map(TextFile.of(text));
    }

    private Mapped map(Fetched file) throws DriftException {
        return connector.map(file);
    }

    private static Fetched stated(String at, String text) {
        return new Fetched(
                "upstream",
                "",
                "http://127.0.0.1/",
                Instant.parse("2026-03-04T12:00:00Z"),
                Instant.parse(at),
                "abc",
                "run-1",
                text.getBytes(UTF_8));
    }
}
