package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.ingest.source.Samples.MONDAY;
import static rubicon.ingest.source.Samples.TUESDAY;
import static rubicon.ingest.source.Samples.WEDNESDAY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.SourceStanding.Health;

class SourceStandingTest {
    private static final Duration SOON = Duration.ofMinutes(5);
    private static final Source ON = Samples.source(true, false);

    @Test
    void sourceThatNeverRanIsDueAtOnce() {
        assertThat(SourceStanding.FRESH.nextDue(ON, SOON, MONDAY)).contains(MONDAY);
        assertThat(health(SourceStanding.FRESH, MONDAY)).isEqualTo(Health.NEVER);
    }

    @Test
    void sourceIsDueItsIntervalAfterASuccess() {
        SourceStanding standing = standing(MONDAY, null, false, false);
        Instant due = MONDAY.plus(Duration.ofHours(6));
        assertThat(standing.nextDue(ON, SOON, MONDAY)).contains(due);
        assertThat(health(standing, due)).isEqualTo(Health.OK);
        assertThat(health(standing, due.plusSeconds(1))).isEqualTo(Health.DUE);
    }

    @Test
    void sourceIsDueSoonAfterAFailure() {
        SourceStanding standing = standing(MONDAY, TUESDAY, false, false);
        assertThat(standing.nextDue(ON, SOON, TUESDAY)).contains(TUESDAY.plus(SOON));
        assertThat(standing.nextDue(ON, Duration.ofDays(1), TUESDAY))
                .as("never later than its own interval")
                .contains(TUESDAY.plus(Duration.ofHours(6)));
        assertThat(health(standing, TUESDAY)).isEqualTo(Health.FAILING);
    }

    @Test
    void successEndsAFailure() {
        assertThat(health(standing(WEDNESDAY, TUESDAY, false, false), WEDNESDAY))
                .isEqualTo(Health.OK);
    }

    @Test
    void anotherFormAndMissingRowsAreDrift() {
        assertThat(health(standing(MONDAY, TUESDAY, false, true), TUESDAY)).isEqualTo(Health.DRIFT);
        assertThat(health(standing(MONDAY, null, true, false), MONDAY)).isEqualTo(Health.DRIFT);
    }

    @Test
    void sourceThatIsSwitchedOffIsNeverDue() {
        Source off = Samples.source(false, false);
        SourceStanding standing = standing(MONDAY, TUESDAY, false, false);
        assertThat(standing.nextDue(off, SOON, WEDNESDAY)).isEmpty();
        assertThat(standing.health(off, standing.nextDue(off, SOON, WEDNESDAY), WEDNESDAY))
                .isEqualTo(Health.OFF);
    }

    @Test
    void validatorsBelongToTheAddressAndTheConnectorThatTheyCameWith() {
        SourceStanding standing = standing(MONDAY, null, false, false);
        assertThat(standing.partsFor(ON)).isEqualTo(List.of(part("abc")));
        assertThat(standing.holds(ON, List.of(part("abc")))).isTrue();
        assertThat(standing.holds(ON, List.of(part("def")))).isFalse();

        SourceStanding elsewhere = moved(standing, "http://127.0.0.1/other.yaml", "1");
        assertThat(elsewhere.partsFor(ON)).isEmpty();
        SourceStanding older = moved(standing, standing.url(), "0");
        assertThat(older.partsFor(ON)).isEmpty();
        assertThat(older.holds(ON, List.of(part("abc")))).as("mapped by another version").isFalse();
    }

    private static Health health(SourceStanding standing, Instant now) {
        return standing.health(ON, standing.nextDue(ON, SOON, now), now);
    }

    private static SourceStanding standing(
            @Nullable Instant success, @Nullable Instant failure, boolean missing, boolean form) {
        return new SourceStanding(
                ON.url().toString(),
                "1",
                List.of(part("abc")),
                success,
                failure,
                null,
                missing,
                form,
                List.of());
    }

    private static PartStanding part(String sha256) {
        return new PartStanding("", "\"1\"", null, sha256, MONDAY, List.of());
    }

    private static SourceStanding moved(
            SourceStanding it, @Nullable String url, String connectorVersion) {
        return new SourceStanding(
                url,
                connectorVersion,
                it.parts(),
                it.lastSuccessAt(),
                it.lastFailureAt(),
                it.lastRun(),
                it.rowsMissing(),
                it.formChanged(),
                it.rows());
    }
}
