package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.ingest.source.Samples.MONDAY;
import static rubicon.ingest.source.Samples.TUESDAY;
import static rubicon.ingest.source.Samples.WEDNESDAY;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.ingest.source.SourceStanding.Drift;
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
        Instant noon = MONDAY.plus(Duration.ofHours(12));
        SourceStanding standing = standing(MONDAY, noon, false, false);
        assertThat(standing.nextDue(ON, SOON, noon)).contains(noon.plus(SOON));
        assertThat(standing.nextDue(ON, Duration.ofDays(1), noon))
                .as("never later than its own interval")
                .contains(noon.plus(Duration.ofHours(6)));
        assertThat(health(standing, noon)).isEqualTo(Health.FAILING);
    }

    @Test
    void upstreamThatAskedToBeLeftAloneIsNotAskedBefore() {
        SourceStanding standing = asked(WEDNESDAY);
        assertThat(standing.nextDue(ON, SOON, TUESDAY)).contains(WEDNESDAY);
        assertThat(asked(TUESDAY).nextDue(ON, SOON, TUESDAY))
                .as("a pause that is over before the next run")
                .contains(TUESDAY.plus(SOON));
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
    void sourceIsSilentAfterThreeOfItsOwnIntervals() {
        for (Duration every : List.of(Duration.ofHours(1), Duration.ofDays(7))) {
            Source source = every(every);
            SourceStanding standing = standing(MONDAY, null, false, false);
            assertThat(standing.health(source, Optional.empty(), after(every, 2.9)))
                    .isEqualTo(Health.OK);
            assertThat(standing.lag(source, after(every, 2.9))).hasValue(2.9);
            assertThat(standing.health(source, Optional.empty(), after(every, 3)))
                    .isEqualTo(Health.SILENT);
        }
    }

    @Test
    void sourceThatNeverSucceededIsSilentBecauseOfItsFirstRun() {
        SourceStanding failing = started(MONDAY);
        Duration every = ON.every();
        assertThat(health(SourceStanding.FRESH, TUESDAY)).isEqualTo(Health.NEVER);
        assertThat(SourceStanding.FRESH.lag(ON, TUESDAY)).isEmpty();
        assertThat(health(failing, after(every, 2))).isEqualTo(Health.FAILING);
        assertThat(health(failing, after(every, 3))).isEqualTo(Health.SILENT);
    }

    @Test
    void whatIsKnownOfAnUpstreamIsToldBeforeItsSilence() {
        Instant late = after(ON.every(), 30);
        SourceStanding drifted = standing(MONDAY, TUESDAY, false, true);
        assertThat(health(drifted, late)).isEqualTo(Health.DRIFT);
        assertThat(drifted.drift()).contains(Drift.FORM);
        assertThat(standing(MONDAY, null, true, false).drift()).contains(Drift.ROWS);
        assertThat(standing(MONDAY, null, false, false).drift()).isEmpty();
        assertThat(health(gone(), late)).isEqualTo(Health.GONE);
    }

    @Test
    void sourceIsUnchangedSinceTheNewestOfItsFilesWasStated() {
        assertThat(SourceStanding.FRESH.unchangedSince()).isEmpty();
        assertThat(standing(TUESDAY, null, false, false).unchangedSince()).contains(MONDAY);
    }

    @Test
    void sourceThatIsSwitchedOffIsNeverDue() {
        Source off = Samples.source(false, false);
        SourceStanding standing = standing(MONDAY, TUESDAY, false, false);
        assertThat(standing.nextDue(off, SOON, WEDNESDAY)).isEmpty();
        assertThat(standing.health(off, standing.nextDue(off, SOON, WEDNESDAY), WEDNESDAY))
                .isEqualTo(Health.OFF);
        assertThat(standing.lag(off, WEDNESDAY)).isEmpty();
    }

    @Test
    void validatorsBelongToTheAddressAndTheConnectorThatTheyCameWith() {
        SourceStanding standing = standing(MONDAY, null, false, false);
        assertThat(standing.partsFor(ON)).isEqualTo(List.of(part("abc")));
        assertThat(standing.holds(ON, List.of(part("abc")))).isTrue();
        assertThat(standing.holds(ON, List.of(part("def")))).isFalse();

        SourceStanding elsewhere = moved(standing, "http://127.0.0.1/other.yaml", ON.mapping());
        assertThat(elsewhere.partsFor(ON)).isEmpty();
        assertThat(elsewhere.statedElsewhere(ON))
                .as("what is read here is newer than what was read there")
                .contains(MONDAY);
        assertThat(standing.statedElsewhere(ON)).isEmpty();
        assertThat(SourceStanding.FRESH.statedElsewhere(ON)).isEmpty();
        SourceStanding older = moved(standing, standing.url(), "0");
        assertThat(older.partsFor(ON))
                .as("it stays known that it was there, and when it was stated")
                .isEqualTo(List.of(part("abc").emptied()));
        assertThat(older.partsFor(ON).getFirst().statedAt()).isEqualTo(MONDAY);
        assertThat(older.holds(ON, List.of(part("abc")))).as("mapped by another version").isFalse();
    }

    private static Health health(SourceStanding standing, Instant now) {
        return standing.health(ON, standing.nextDue(ON, SOON, now), now);
    }

    private static SourceStanding standing(
            @Nullable Instant success, @Nullable Instant failure, boolean missing, boolean form) {
        return new SourceStanding(
                ON.url().toString(),
                ON.mapping(),
                List.of(part("abc")),
                MONDAY,
                success,
                failure,
                null,
                null,
                missing,
                form,
                false,
                List.of());
    }

    /// First asked at that moment, and failing since.
    private static SourceStanding started(Instant at) {
        return new SourceStanding(
                null, null, List.of(), at, null, at, null, null, false, false, false, List.of());
    }

    /// Failed on Tuesday, asked to wait.
    private static SourceStanding asked(Instant notBefore) {
        return new SourceStanding(
                null, null, List.of(), MONDAY, MONDAY, TUESDAY, notBefore, null, false, false,
                false, List.of());
    }

    private static SourceStanding gone() {
        return new SourceStanding(
                null, null, List.of(), MONDAY, MONDAY, TUESDAY, null, null, false, false, true,
                List.of());
    }

    private static Source every(Duration every) {
        return new Source(
                ON.id(), ON.connector(), ON.url(), every, true, ON.retractAbsent(), ON.options());
    }

    /// So many intervals after Monday.
    private static Instant after(Duration every, double intervals) {
        return MONDAY.plusMillis(Math.round(every.toMillis() * intervals));
    }

    private static PartStanding part(String sha256) {
        return new PartStanding("", "\"1\"", null, sha256, MONDAY, List.of(), null);
    }

    private static SourceStanding moved(
            SourceStanding it, @Nullable String url, String connectorVersion) {
        return new SourceStanding(
                url,
                connectorVersion,
                it.parts(),
                it.firstRunAt(),
                it.lastSuccessAt(),
                it.lastFailureAt(),
                it.notBefore(),
                it.lastRun(),
                it.rowsMissing(),
                it.formChanged(),
                it.gone(),
                it.rows());
    }
}
