package rubicon.ingest.source.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rubicon.ingest.source.TextFile.delivery;
import static rubicon.ingest.source.TextFile.fixture;
import static rubicon.ingest.source.TextFile.keys;
import static rubicon.ingest.source.TextFile.refused;
import static rubicon.ingest.source.TextFile.row;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class ErdosProblemsTest {
    private static final String SOLVED = "erdos-solved";

    private final ErdosProblems connector = new ErdosProblems();

    @Test
    void lastCountOfAMonthStandsAndRowsMayBeLongerThanTheHeader() throws Exception {
        Mapped mapped = connector.map(delivery(list(), history()));

        assertThat(keys(mapped, SOLVED)).containsExactly("2025-12", "2026-01", "2026-03");
        ObservationPayload december = row(mapped, SOLVED, "2025-12");
        assertThat(december.value()).isEqualTo(2);
        assertThat(december.n()).isEqualTo(4);
        assertThat(december.observedOn()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(december.subject())
                .isEqualTo(new SubjectPayload("anyone", null, null, null, "CENTAUR"));
        assertThat(row(mapped, SOLVED, "2026-01").value()).isEqualTo(1);
    }

    @Test
    void listIsCountedByItselfAndDatedByTheNewestChangeOfAState() throws Exception {
        Mapped mapped = connector.map(delivery(list()));

        assertThat(keys(mapped, SOLVED)).containsExactly("2026-03");
        ObservationPayload march = row(mapped, SOLVED, "2026-03");
        assertThat(march.value()).isEqualTo(2);
        assertThat(march.n()).isEqualTo(3);
        assertThat(march.observedOn()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void historyIsHeardBeforeTheListOnTheSameMonth() throws Exception {
        Fetched later =
                TextFile.of(
                        "statistics_history.csv",
                        """
                        commit,date,total_problems,total_solved
                        dddd,2026-03-09 00:30:03 +0000,5,4
                        """);

        assertThat(row(connector.map(delivery(list(), later)), SOLVED, "2026-03").value())
                .isEqualTo(4);
    }

    @Test
    void stateThatIsNotKnownLeavesTheCountUnsaid() throws Exception {
        Fetched list =
                TextFile.of(
                        "problems.yaml",
                        fixture("erdos-problems/problems.yaml").replace("independent", "settled"));

        Mapped mapped = connector.map(delivery(list, history()));

        assertThat(refused(mapped))
                .containsExactly("3: problems.3.status.state 'settled' is none known here");
        assertThat(keys(mapped, SOLVED)).containsExactly("2025-12", "2026-01");
        assertThatThrownBy(() -> connector.map(delivery(list)))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("status.state 'settled'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-32", "2026-02-30"})
    void dayThatCannotBeIsToldAndCostsTheCountNothing(String day) throws Exception {
        Fetched list =
                TextFile.of(
                        "problems.yaml",
                        fixture("erdos-problems/problems.yaml").replace("2026-01-31", day));

        Mapped mapped = connector.map(delivery(list));

        assertThat(refused(mapped))
                .containsExactly("1: problems.1.last_update '%s' is no day".formatted(day));
        assertThat(row(mapped, SOLVED, "2026-03").n()).isEqualTo(3);
    }

    @Test
    void badRowOfTheHistoryHindersNoOther() throws Exception {
        Fetched history =
                TextFile.of(
                        "statistics_history.csv",
                        fixture("erdos-problems/statistics_history.csv")
                                + """
                                eeee,2026-02-03 00:30:03 +0000,5,0,1,-1
                                ffff,yesterday,5,0,1,1
                                0000,2026-02-30 00:30:03 +0000,5,0,1,1
                                """);

        Mapped mapped = connector.map(delivery(list(), history));

        assertThat(refused(mapped))
                .containsExactly(
                        "2026-02-03 00:30:03 +0000: statistics.4.total_solved '-1' is no count",
                        "yesterday: statistics.5.date 'yesterday' is no time",
                        "2026-02-30 00:30:03 +0000: statistics.6.date '2026-02-30 00:30:03 +0000'"
                                + " is no time");
        assertThat(keys(mapped, SOLVED)).hasSize(3);
    }

    private static Fetched list() throws Exception {
        return TextFile.of("problems.yaml", fixture("erdos-problems/problems.yaml"));
    }

    private static Fetched history() throws Exception {
        return TextFile.of(
                "statistics_history.csv", fixture("erdos-problems/statistics_history.csv"));
    }
}
