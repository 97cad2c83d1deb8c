package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.ingest.source.Samples.MONDAY;
import static rubicon.ingest.source.Samples.TUESDAY;
import static rubicon.ingest.source.Samples.WEDNESDAY;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PartStandingTest {

    @Test
    void staleCopyIsWhatItWasWhenItWasNew() {
        PartStanding standing = read(read(PartStanding.FRESH, "a", MONDAY), "b", TUESDAY);
        assertThat(standing.statedBefore(MONDAY, "a")).contains(MONDAY);
        assertThat(standing.statedBefore(MONDAY, "other bytes")).isEmpty();
        assertThat(standing.statedBefore(WEDNESDAY, "a")).as("taken back, dated anew").isEmpty();
    }

    @Test
    void upstreamWithAFrozenDateMayTakeAChangeBack() {
        PartStanding standing = read(read(PartStanding.FRESH, "a", MONDAY), "b", MONDAY);
        assertThat(standing.statedBefore(MONDAY, "a")).isEmpty();
    }

    @Test
    void newestStatementCountsAlsoAfterAStaleCopy() {
        PartStanding newest = read(read(PartStanding.FRESH, "a", MONDAY), "b", TUESDAY);
        PartStanding stale = new PartStanding("", null, null, "a", MONDAY, newest.seen(), null);
        assertThat(stale.newestStatedAt()).isEqualTo(TUESDAY);
        assertThat(isStale(stale)).isTrue();
        assertThat(isStale(newest)).isFalse();
        assertThat(isStale(newest.emptied())).as("read by other rules").isFalse();
    }

    private static boolean isStale(PartStanding it) {
        return new SourceFiles.Fetch(TextFile.delivery(), List.of(it)).isStale();
    }

    @Test
    void payloadsWithoutADateAreNotRemembered() {
        assertThat(PartStanding.FRESH.with(Optional.empty(), "a", MONDAY)).isEqualTo(List.of());
    }

    @Test
    void fileIsMissingSinceItWasFoundGone_UntilSomebodySaysSo() {
        PartStanding there = read(PartStanding.FRESH, "a", MONDAY);
        assertThat(there.isMissing()).isFalse();
        assertThat(there.accepted()).isEqualTo(there);

        PartStanding gone = there.goneAt(TUESDAY);
        assertThat(gone.isMissing()).isTrue();
        assertThat(gone.changedAt()).isEqualTo(TUESDAY);
        assertThat(gone.goneAt(WEDNESDAY)).isEqualTo(gone);
        assertThat(gone.emptied().isMissing()).as("also for another connector").isTrue();

        PartStanding accepted = gone.accepted();
        assertThat(accepted.isMissing()).isFalse();
        assertThat(accepted.goneAt(WEDNESDAY)).isEqualTo(accepted);
        assertThat(accepted.newestStatedAt())
                .as("what it says when it returns is newer than its withdrawal")
                .isEqualTo(TUESDAY);
    }

    private static PartStanding read(
            PartStanding before, String sha256, java.time.Instant modifiedAt) {
        return new PartStanding(
                "",
                null,
                null,
                sha256,
                modifiedAt,
                before.with(Optional.of(modifiedAt), sha256, modifiedAt),
                null);
    }
}
