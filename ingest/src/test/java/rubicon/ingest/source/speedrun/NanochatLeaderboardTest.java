package rubicon.ingest.source.speedrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rubicon.ingest.source.TextFile.fixture;
import static rubicon.ingest.source.TextFile.keys;
import static rubicon.ingest.source.TextFile.refused;
import static rubicon.ingest.source.TextFile.row;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.TextFile;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

class NanochatLeaderboardTest {
    private static final String TIME = "nanochat-time-to-gpt2";

    private final NanochatLeaderboard connector = new NanochatLeaderboard();

    @Test
    void everyRowIsABundle() throws Exception {
        Mapped mapped = map(fixture("nanochat-leaderboard/README.md"));

        assertThat(mapped.observations())
                .isNotEmpty()
                .allMatch(it -> Map.of("scope", "BUNDLE").equals(it.tags()));
    }

    @Test
    void timesAreHoursWithAndWithoutUnit() throws Exception {
        Mapped mapped = map(fixture("nanochat-leaderboard/README.md"));

        assertThat(row(mapped, TIME, "0").value()).isEqualTo(100);
        assertThat(row(mapped, TIME, "1").value()).isEqualTo(4.5);
        assertThat(row(mapped, TIME, "2").value()).isEqualTo(1.5);
    }

    @Test
    void boardWithoutScoresIsReadAsWell() throws Exception {
        Mapped mapped =
                map(
                        """
                        ## Time-to-GPT-2 Leaderboard

                        | # | Record time | Description | Date | Commit | Contributors |
                        |---|---|---|---|---|---|
                        | 0 | 168 hours | First one | 2019 | - | Somebody |
                        | 1 | 3.04 | Base | Jan 29 2026 | 1234567 | @somebody |
                        """);

        assertThat(row(mapped, TIME, "1").value()).isEqualTo(3.04);
    }

    @Test
    void datesAreDaysOrAYear() throws Exception {
        Mapped mapped = map(fixture("nanochat-leaderboard/README.md"));

        ObservationPayload first = row(mapped, TIME, "0");
        assertThat(first.observedOn()).isEqualTo(LocalDate.of(2019, 1, 1));
        assertThat(first.precision()).isEqualTo("YEAR");
        assertThat(row(mapped, TIME, "1").observedOn()).isEqualTo(LocalDate.of(2026, 1, 9));
        assertThat(row(mapped, TIME, "2").observedOn()).isEqualTo(LocalDate.of(2026, 2, 12));
    }

    @Test
    void agentIsReadOutOfTheDescription() throws Exception {
        Mapped mapped = map(fixture("nanochat-leaderboard/README.md"));

        assertThat(row(mapped, TIME, "1").subject())
                .isEqualTo(new SubjectPayload(null, null, null, null, "HUMAN"));
        assertThat(row(mapped, TIME, "2").subject())
                .isEqualTo(new SubjectPayload("autoresearch", null, null, null, "AI"));
    }

    @Test
    void columnWithItsEarlierNameIsReadAlike() throws Exception {
        String text = fixture("nanochat-leaderboard/README.md");

        assertThat(map(text.replace("| time |", "| Record time |"))).isEqualTo(map(text));
        assertThatThrownBy(() -> map(text.replace("| time |", "| speed |")))
                .isInstanceOf(DriftException.class)
                .hasMessageContaining("'time' is missing");
    }

    @Test
    void commitThatIsFilledInLaterChangesNothing() throws Exception {
        String text = fixture("nanochat-leaderboard/README.md");

        assertThat(map(text.replace("TODO", "8309b83"))).isEqualTo(map(text));
    }

    @Test
    void numberThatIsThereTwiceNamesTheFirstRow() throws Exception {
        Mapped mapped =
                map(
                        fixture("nanochat-leaderboard/README.md")
                                + "| 2 | 1.4 | 0.73 | 0.2 | round 2 | Mar 14 2026 | a | @one |\n");

        assertThat(keys(mapped, TIME)).containsExactly("0", "1", "2");
        assertThat(row(mapped, TIME, "2").value()).isEqualTo(1.5);
        assertThat(refused(mapped)).containsExactly("2: leaderboard.4.# '2' is there twice");
    }

    private Mapped map(String text) throws DriftException {
        return connector.map(TextFile.of(text));
    }
}
