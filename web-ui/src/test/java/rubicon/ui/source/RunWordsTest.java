package rubicon.ui.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.ui.client.RunPayload;

final class RunWordsTest {
    @Test
    void onlyCountsThatAreNotZeroAreTold() {
        assertThat(RunWords.of(run(23, 2, 20, 1, false, null)))
                .isEqualTo("23 read: 2 new, 20 revised, 1 unchanged");
        assertThat(RunWords.of(run(0, 0, 0, 0, false, null))).isEqualTo("0 read");
    }

    @Test
    void nothingNewUpstreamIsSaidSo() {
        assertThat(RunWords.of(run(0, 0, 0, 0, true, null)))
                .isEqualTo("not modified since the last reading");
    }

    @Test
    void anErrorStandsBeforeTheCounts() {
        assertThat(RunWords.of(run(3, 1, 0, 0, false, "HTTP 503"))).isEqualTo("HTTP 503");
    }

    @Test
    void evalRunsAreCountedApart() {
        RunPayload run =
                new RunPayload(
                        "r", null, null, 7, 7, 0, 0, 0, 0, 5, List.of(), List.of(), false, null);
        assertThat(RunWords.of(run)).isEqualTo("7 read, 5 of them eval runs: 7 new");
    }

    @Test
    void columnsThatNobodyReadsAreNamedUpToFour() {
        assertThat(RunWords.unread(unread())).isEmpty();
        assertThat(RunWords.unread(unread("colour"))).isEqualTo("not read: colour");
        assertThat(RunWords.unread(unread("a", "b", "c", "d", "e", "f")))
                .isEqualTo("not read: a, b, c, d and 2 more columns or fields");
    }

    @Test
    void whatVanishedIsToldAsTheRunTellsIt() {
        assertThat(RunWords.missing(null))
                .isEqualTo("over a tenth of its rows vanished and none was withdrawn");
        RunPayload run =
                new RunPayload(
                        "r",
                        null,
                        null,
                        7,
                        7,
                        0,
                        0,
                        0,
                        0,
                        0,
                        null,
                        List.of("3 of 9 rows vanished", "other"),
                        false,
                        null);
        assertThat(RunWords.missing(run)).isEqualTo("3 of 9 rows vanished");
    }

    private static RunPayload unread(String... names) {
        return new RunPayload(
                "r", null, null, 7, 7, 0, 0, 0, 0, 0, List.of(names), List.of(), false, null);
    }

    private static RunPayload run(
            int read,
            int added,
            int revised,
            int unchanged,
            boolean notModified,
            @Nullable String error) {
        return new RunPayload(
                "r",
                null,
                null,
                read,
                added,
                revised,
                unchanged,
                0,
                0,
                0,
                List.of(),
                List.of(),
                notModified,
                error);
    }
}
