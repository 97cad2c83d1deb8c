package rubicon.ingest.source.swebench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class SweBenchLeaderboardsTest {
    private static final String VERIFIED = "swe-bench-verified-leaderboard";

    private final SweBenchLeaderboards connector = new SweBenchLeaderboards();

    @Test
    void entryOfTheFirstTemplateIsReadWithWhatItSays() throws Exception {
        ObservationPayload row =
                TextFile.row(
                        map(
                                board(
                                        "Verified",
                                        """
                                        {"name": "SWE-agent + GPT 4 (1106)", "folder": "20240402_sweagent_gpt4",
                                         "resolved": 22.5, "date": "2024-04-02", "logs": true, "site": null,
                                         "verified": true, "oss": true, "org_logo": null, "warning": null}
                                        """)),
                        VERIFIED,
                        "20240402_sweagent_gpt4");
        assertThat(row.subject())
                .isEqualTo(new SubjectPayload("GPT-4 (1106)", "OpenAI", "SWE-agent", null, "AI"));
        assertThat(row.value()).isEqualTo(22.5);
        assertThat(row.unit()).isEqualTo("% resolved");
        assertThat(row.observedOn()).isEqualTo(LocalDate.of(2024, 4, 2));
        assertThat(row.publishedAt()).isEqualTo(TextFile.STATED);
        assertThat(row.evaluator()).isEqualTo("OTHER");
        assertThat(row.note()).isEqualTo("entry: SWE-agent + GPT 4 (1106)");
        assertThat(row.tags()).isEqualTo(Map.of("checked", "true"));
    }

    @Test
    void boardsLeadToTheirIndicators_AndOthersAreLeftOut() throws Exception {
        String entry =
                """
                {"name": "RAG + Claude 2", "folder": "a", "resolved": 1.5, "date": "2023-10-10"}
                """;
        Mapped mapped =
                map(
                        board("Verified", entry)
                                + ", "
                                + board("Test", entry)
                                + ", "
                                + board("Bash Only", entry)
                                + ", "
                                + board("Lite", entry)
                                + ", "
                                + board("Multimodal", entry));
        assertThat(mapped.observations())
                .map(ObservationPayload::indicator)
                .containsExactly(VERIFIED, "swe-bench-full", "swe-bench-bash-only");
        assertThat(mapped.observations())
                .map(ObservationPayload::evaluator)
                .containsExactly("OTHER", "OTHER", "THIRD_PARTY");
    }

    @Test
    void bashOnlyEntrySaysVersionCostAndCases() throws Exception {
        ObservationPayload row =
                TextFile.row(
                        map(
                                board(
                                        "bash-only",
                                        """
                                        {"name": "GPT-5 mini (2025-08-07) (medium reasoning)",
                                         "folder": "20250807_mini-v1.7.0_gpt-5-mini", "resolved": 59.5,
                                         "date": "2025-08-07", "checked": true, "instance_cost": 0.0351,
                                         "mini-swe-agent_version": "1.7.0",
                                         "tags": ["Model: gpt-5-mini", "Org: OpenAI", "System: Attempts - 2+"],
                                         "per_instance_details": {"a": {"resolved": true}, "b": {"resolved": false}}}
                                        """)),
                        "swe-bench-bash-only",
                        "20250807_mini-v1.7.0_gpt-5-mini");
        assertThat(row.subject())
                .isEqualTo(
                        new SubjectPayload("GPT-5 mini", "OpenAI", "mini-SWE-agent", null, "AI"));
        assertThat(row.n()).isEqualTo(2);
        assertThat(row.tags())
                .isEqualTo(
                        Map.of(
                                "attempts", "2+",
                                "checked", "true",
                                "effort", "medium",
                                "instanceCostUsd", "0.0351",
                                "scaffoldVersion", "1.7.0",
                                "submitter", "OpenAI"));
    }

    @Test
    void entryWhoseFolderWasRenamedIsTheSame() throws Exception {
        Mapped mapped =
                map(
                        board(
                                "bash-only",
                                """
                                {"name": "Kimi K2 Instruct", "folder": "20250807_mini-v1.7.0_Kimi-K2-Instruct",
                                 "resolved": 43.5, "date": "2025-08-07"}
                                """));
        ObservationPayload row =
                TextFile.row(
                        mapped, "swe-bench-bash-only", "20250807_mini-v1.7.0_kimi-k2-instruct");
        assertThat(row.tags()).isEqualTo(Map.of("scaffoldVersion", "1.7.0"));
    }

    @Test
    void flagsAreKept_AndABillOfNothingIsNone() throws Exception {
        ObservationPayload row =
                TextFile.row(
                        map(
                                board(
                                        "Verified",
                                        """
                                        {"name": "Nobody's Agent", "folder": "x", "resolved": 50, "date": "2025-01-10",
                                         "checked": "false (See README.md for info on how to get your results verified)",
                                         "warning": true, "instance_cost": 0.0}
                                        """)),
                        VERIFIED,
                        "x");
        assertThat(row.subject())
                .isEqualTo(new SubjectPayload("Nobody's Agent", null, null, null, "AI"));
        assertThat(row.tags())
                .isEqualTo(Map.of("checked", "false", "unresolved", "true", "warning", "true"));
    }

    @Test
    void badEntryIsRefusedWithItsField_AndHindersNoOther() throws Exception {
        Mapped mapped =
                map(
                        board(
                                "Test",
                                """
                                {"name": "A", "folder": "a", "resolved": "many", "date": "2025-01-10"},
                                {"name": "B", "folder": "b", "resolved": "12.5", "date": "2025-01-10"},
                                {"name": "C", "folder": "c", "resolved": 12.5, "date": "soon"}
                                """));
        assertThat(mapped.observations()).map(ObservationPayload::externalId).containsExactly("b");
        assertThat(mapped.refused())
                .containsExactly(
                        new Mapped.Refused(
                                "a",
                                new Violation(
                                        "leaderboards.Test.results.0.resolved",
                                        "'many' is no number")),
                        new Mapped.Refused(
                                "c",
                                new Violation(
                                        "leaderboards.Test.results.2.date", "'soon' is no day")));
    }

    @Test
    void fileWithoutAKnownBoardIsDrift() {
        assertThatThrownBy(() -> map(board("Lite", "{}")))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("'Verified', 'Test' or 'bash-only'");
    }

    private Mapped map(String boards) throws DriftException {
        return TextFile.map(connector, "{\"leaderboards\": [%s]}".formatted(boards));
    }

    private static String board(String name, String entries) {
        return "{\"name\": \"%s\", \"results\": [%s]}".formatted(name, entries);
    }
}
