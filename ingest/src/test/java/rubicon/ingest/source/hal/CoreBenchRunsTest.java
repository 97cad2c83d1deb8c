package rubicon.ingest.source.hal;

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

class CoreBenchRunsTest {
    private static final String INDICATOR = "core-bench-hard-hal";
    private static final String DATABASE =
            "benchmark_name,agent_name,date,run_id,successful_tasks,failed_tasks,total_cost,accuracy\n";
    private static final String SITE =
            "Benchmark,Agent Name,Model Name,Date,Accuracy,Total Cost,benchmark_name,run_id\n";

    private final CoreBenchRuns connector = new CoreBenchRuns();

    @Test
    void runOfTheDatabaseIsAFraction() throws Exception {
        ObservationPayload row =
                TextFile.row(
                        map(
                                DATABASE
                                        + """
                                        corebench_hard,CORE-Agent (o4-mini High (April 2025)),2025-04-19,run-1,\
                                        "['c-1', 'c-2']","['c-3']",61.25,0.6666666666666666
                                        """),
                        INDICATOR,
                        "run-1");
        assertThat(row.value()).isEqualTo(66.6667);
        assertThat(row.n()).isEqualTo(3);
        assertThat(row.observedOn()).isEqualTo(LocalDate.of(2025, 4, 19));
        assertThat(row.subject())
                .isEqualTo(new SubjectPayload("o4-mini", "OpenAI", "CORE-Agent", null, "AI"));
        assertThat(row.evaluator()).isEqualTo("THIRD_PARTY");
        assertThat(row.tags()).isEqualTo(Map.of("effort", "high", "costUsd", "61.25"));
    }

    @Test
    void runThatTheSiteCallsVerifiedIsChecked() throws Exception {
        Mapped mapped =
                map(
                        """
                        Agent Name,Date,Accuracy,benchmark_name,run_id,Verified
                        CORE-Agent (GPT-4.1 (April 2025)),2025-04-19,35.56,corebench_hard,run-1,✓
                        CORE-Agent (GPT-4.1 (April 2025)),2025-04-19,35.56,corebench_hard,run-2,
                        """);
        assertThat(TextFile.row(mapped, INDICATOR, "run-1").tags())
                .isEqualTo(Map.of("checked", "true"));
        assertThat(TextFile.row(mapped, INDICATOR, "run-2").tags()).isEmpty();
    }

    @Test
    void runOfTheSiteIsPerCent_AndSaysTheSameAsTheDatabase() throws Exception {
        ObservationPayload site =
                TextFile.row(
                        map(
                                SITE
                                        + "corebench_hard,CORE-Agent (GPT-4.1 (April 2025)),GPT-4.1,2025-04-19,"
                                        + "35.56,107.36,corebench_hard,run-1\n"),
                        INDICATOR,
                        "run-1");
        ObservationPayload database =
                TextFile.row(
                        map(
                                DATABASE
                                        + "corebench_hard,CORE-Agent (gpt-4.1-2025-04-14),2025-04-19,run-1,"
                                        + ",,107.36,0.35555555555555557\n"),
                        INDICATOR,
                        "run-1");
        assertThat(site.value()).isEqualTo(35.5556);
        assertThat(site).isEqualTo(database);
    }

    /// The columns have changed their scale before.
    @Test
    void scaleIsWhatTheNumbersSayWhicheverOfTheFilesItIs() throws Exception {
        String site = "corebench_hard,CORE-Agent (GPT-4.1 (April 2025)),GPT-4.1,2025-04-19,";
        Mapped fractions =
                map(
                        SITE
                                + site
                                + "0.3556,107.36,corebench_hard,run-1\n"
                                + site
                                + "0.0,107.36,corebench_hard,run-2\n");
        assertThat(TextFile.row(fractions, INDICATOR, "run-1").value()).isEqualTo(35.5556);
        assertThat(TextFile.row(fractions, INDICATOR, "run-2").value()).isEqualTo(0);
        String database = "corebench_hard,CORE-Agent (gpt-4.1-2025-04-14),2025-04-19,run-";
        Mapped perCents =
                map(
                        DATABASE
                                + database
                                + "1,,,107.36,35.55555555555556\n"
                                + database
                                + "2,,,107.36,?\n"
                                + "scicode,CORE-Agent (gpt-4.1-2025-04-14),2025-04-19,s,,,1,0.5\n");
        assertThat(TextFile.row(perCents, INDICATOR, "run-1").value()).isEqualTo(35.5556);
        assertThat(perCents.refused())
                .extracting(Mapped.Refused::externalId)
                .containsExactly("run-2");
    }

    @Test
    void perCentThatIsNoNumberOfTasksStaysAsItIs() throws Exception {
        assertThat(
                        TextFile.row(
                                        map(
                                                SITE
                                                        + "corebench_hard,CORE-Agent (GPT-4.1 (April 2025)),"
                                                        + "GPT-4.1,2025-04-19,35.0,1.5,corebench_hard,r\n"),
                                        INDICATOR,
                                        "r")
                                .value())
                .isEqualTo(35.0);
    }

    @Test
    void impossibleCostIsMarked_AndAnUnknownModelKept() throws Exception {
        ObservationPayload row =
                TextFile.row(
                        map(
                                DATABASE
                                        + "corebench_hard,HAL Generalist Agent (Nonesuch 1),2025-11-22,r,,,0.0096,0.4\n"),
                        INDICATOR,
                        "r");
        assertThat(row.subject())
                .isEqualTo(
                        new SubjectPayload("Nonesuch 1", null, "HAL Generalist Agent", null, "AI"));
        assertThat(row.tags())
                .isEqualTo(
                        Map.of(
                                "costUsd", "0.0096",
                                "costImplausible", "true",
                                "unresolved", "true"));
    }

    @Test
    void otherBenchmarksArePassedOver_AndABadRunIsRefused() throws Exception {
        Mapped mapped =
                map(
                        DATABASE
                                + """
                                scicode,CORE-Agent (GPT-4.1 (April 2025)),2025-04-19,s,,,1,0.5
                                corebench_hard,CORE-Agent,2025-04-19,a,,,1,0.5
                                corebench_hard,CORE-Agent (GPT-4.1 (April 2025)),2025-04-19,b,,,1,0.2
                                corebench_hard,CORE-Agent (GPT-4.1 (April 2025)),2025-04-19,c,,,1,
                                """);
        assertThat(mapped.observations()).map(ObservationPayload::externalId).containsExactly("b");
        assertThat(mapped.refused())
                .containsExactly(
                        new Mapped.Refused(
                                "a",
                                new Violation(
                                        "row 2.agent_name",
                                        "'CORE-Agent' names no scaffold and model")),
                        new Mapped.Refused("c", new Violation("row 4.accuracy", "is missing")));
    }

    @Test
    void missingColumnIsNamed() {
        assertThatThrownBy(() -> map("benchmark_name,run_id,Accuracy,Date\nx,y,1,2025-01-01\n"))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("'Agent Name'");
    }

    private Mapped map(String text) throws DriftException {
        return TextFile.map(connector, text);
    }
}
