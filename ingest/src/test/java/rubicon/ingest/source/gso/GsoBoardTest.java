package rubicon.ingest.source.gso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class GsoBoardTest {
    private static final String ANY = "gso-opt1-any";
    private static final String CLEAN = "gso-opt1-clean";

    private final GsoBoard connector = new GsoBoard();

    @Test
    void rowFeedsBothIndicators_TheCleanOneByItsOwnColumn() throws Exception {
        Mapped mapped = map(row("Claude Opus 4.6", "\"score_hack_control\": 36.5"));
        String key = "Claude Opus 4.6|OpenHands|Opt@1|";
        ObservationPayload any = TextFile.row(mapped, ANY, key);
        assertThat(any.value()).isEqualTo(40.5);
        assertThat(TextFile.row(mapped, CLEAN, key).value()).isEqualTo(36.5);
        assertThat(any.subject())
                .isEqualTo(
                        new SubjectPayload(
                                "Claude Opus 4.6", "Anthropic", "OpenHands", null, "AI"));
        assertThat(any.n()).isEqualTo(102);
        assertThat(any.observedOn()).isEqualTo(LocalDate.of(2026, 4, 20));
        assertThat(any.evaluator()).isEqualTo("THIRD_PARTY");
        assertThat(any.tags()).isEqualTo(Map.of("hacking", "true", "scoreWithoutHacking", "36.5"));
        assertThat(TextFile.row(mapped, CLEAN, key).tags()).isEmpty();
        assertThat(mapped.observations()).hasSize(2);
    }

    @Test
    void scoreThatTheControlLeavesAsItIsIsNotFlagged() throws Exception {
        Mapped mapped = map(row("Claude Opus 4.6", "\"score_hack_control\": 40.5"));
        assertThat(mapped.observations())
                .extracting(ObservationPayload::indicator, ObservationPayload::tags)
                .containsExactlyInAnyOrder(
                        tuple(CLEAN, Map.of()),
                        tuple(ANY, Map.of("hacking", "false", "scoreWithoutHacking", "40.5")));
    }

    @Test
    void cleanReadingOfTheScoresLeavesOutWhatFellByTheControl() throws Exception {
        Mapped mapped =
                map(
                        row("GPT 5.2", "\"score_hack_control\": 39.5")
                                + ", "
                                + row("Claude Opus 4.6", "\"score_hack_control\": 40.5")
                                + ", "
                                + row("GPT-4o", ""));
        assertThat(mapped.observations())
                .filteredOn(it -> ANY.equals(it.indicator()))
                .filteredOn(it -> !isFlagged(it))
                .map(it -> Objects.requireNonNull(it.subject()).model())
                .containsExactly("Claude Opus 4.6", "GPT-4o");
        assertThat(mapped.observations())
                .filteredOn(it -> CLEAN.equals(it.indicator()))
                .hasSize(2)
                .noneMatch(it -> isFlagged(it));
    }

    @Test
    void withoutTheControlColumnOnlyTheScoreIsKnown() throws Exception {
        assertThat(map(row("GPT-4o", "\"org_name\": \"OpenHands\"")).observations())
                .map(ObservationPayload::indicator)
                .containsExactly(ANY);
    }

    @ParameterizedTest
    @CsvSource({
        "O4-Mini-high, , o4-mini, high",
        "O4-Mini (high), , o4-mini, high",
        "O4 Mini, high, o4-mini, high",
        "Claude-3.5-V2-Sonnet, , Claude 3.5 Sonnet (October 2024), ''",
        "Claude Sonnet 3.5 V2, , Claude 3.5 Sonnet (October 2024), ''",
        "Qwen3-coder, , Qwen3-Coder, ''",
        "Qwen3 Coder, , Qwen3-Coder, ''",
        "GPT-5, , GPT-5, high",
        "GPT-5 (high), , GPT-5, high",
        "GPT 5, medium, GPT-5, medium",
        "GPT-5 (High), , GPT-5, high",
        "GPT-5(xHigh), , GPT-5, xhigh",
        "Nonesuch-Codex-Max, , Nonesuch-Codex-Max, ''",
        "GPT 5.5, xhigh, GPT-5.5, xhigh",
        "Nonesuch 1 (xhigh), , Nonesuch 1, xhigh",
    })
    void renamedRowKeepsItsKey(String name, String effort, String model, String itsEffort)
            throws Exception {
        String field = effort == null ? "" : "\"reasoning_effort\": \"%s\"".formatted(effort);
        ObservationPayload row =
                TextFile.row(map(row(name, field)), ANY, model + "|OpenHands|Opt@1|" + itsEffort);
        assertThat(row.tags())
                .containsAllEntriesOf(itsEffort.isEmpty() ? Map.of() : Map.of("effort", itsEffort));
    }

    @Test
    void unknownNameIsKeptWithTheBoardsOrganisation_AndMarked() throws Exception {
        ObservationPayload row =
                TextFile.row(map(row("Nonesuch 1", "")), ANY, "Nonesuch 1|OpenHands|Opt@1|");
        assertThat(row.subject())
                .isEqualTo(new SubjectPayload("Nonesuch 1", "Some Lab", "OpenHands", null, "AI"));
        assertThat(row.tags()).isEqualTo(Map.of("unresolved", "true"));
    }

    @Test
    void severalAttemptsAreLeftOut_AndABadRowIsRefused() throws Exception {
        Mapped mapped =
                map(
                        row("GPT-4o", "")
                                + ", "
                                + row("O4-Mini-high", "").replace("Opt@1", "Opt@10")
                                + ", "
                                + row("O3-Mini-high", "").replace("40.5", "\"?\""));
        assertThat(mapped.observations())
                .map(ObservationPayload::externalId)
                .containsExactly("GPT-4o|OpenHands|Opt@1|");
        assertThat(mapped.refused())
                .containsExactly(
                        new Mapped.Refused(
                                "o3-mini|OpenHands|Opt@1|high",
                                new Violation("models.2.score", "'?' is no number")));
    }

    private Mapped map(String rows) throws DriftException {
        return TextFile.map(
                connector,
                "{\"models\": [%s], \"metadata\": {\"total_tasks\": 102}}".formatted(rows));
    }

    private static String row(String name, String more) {
        return """
        {"name": "%s", "model_org": "Some Lab", "scaffold": "OpenHands", "setting": "Opt@1",
         "score": 40.5, "date": "2026-04-20"%s}\
        """
                .formatted(name, more.isEmpty() ? "" : ", " + more);
    }

    private static boolean isFlagged(ObservationPayload it) {
        return SeriesReading.isFlagged(Objects.requireNonNullElse(it.tags(), Map.of()));
    }
}
