package rubicon.model.milestone;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.model.testing.Samples.NOW;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.ledger.Violation;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.ObservedOn.Precision;
import rubicon.model.wire.MilestonePayload;

class MilestoneCheckTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final MilestonePayload WHOLE =
            new MilestonePayload(
                    "a-claim",
                    "somebody",
                    DAY,
                    "MONTH",
                    "A lab",
                    "Says so.",
                    "LAB_CLAIM",
                    List.of("bug-fixes"),
                    List.of("metr-horizon-p50"),
                    List.of("metr-horizon-p50"),
                    List.of("A suite"),
                    "A card",
                    "page 3",
                    "https://example.org/card",
                    Instant.parse("2026-05-05T00:00:00.123456789Z"),
                    null,
                    "a note",
                    null,
                    7,
                    NOW);

    @Test
    void whatIsWholeIsReadAsItIs() {
        Milestone read = valid(WHOLE);
        assertThat(read.date())
                .isEqualTo(new ObservedOn(LocalDate.of(2026, 5, 1), Precision.MONTH));
        assertThat(read.kind()).isEqualTo(MilestoneKind.LAB_CLAIM);
        assertThat(read.indicators()).containsExactly(new IndicatorId("metr-horizon-p50"));
        assertThat(read.successors()).containsExactly(new IndicatorId("metr-horizon-p50"));
        assertThat(read.retired()).containsExactly("A suite");
        assertThat(read.publishedAt()).isEqualTo(Instant.parse("2026-05-05T00:00:00.123456Z"));
        assertThat(read.withdrawn()).isFalse();
    }

    @Test
    void itsNormalFormIsReadAsTheSameAndCarriesNothingOfTheService() {
        MilestonePayload normal = MilestonePayload.of(valid(WHOLE));
        assertThat(normal.revision()).isNull();
        assertThat(normal.recordedAt()).isNull();
        assertThat(valid(normal)).isEqualTo(valid(WHOLE));
        assertThat(normal.answered(2, NOW, NOW).revision()).isEqualTo(2);
    }

    @Test
    void smallestOneNeedsWhoWhatWhenAndACitation() {
        MilestonePayload least =
                new MilestonePayload(
                        "id", "s", DAY, null, "who", "what", "FUNDING", null, null, null, null,
                        "doc", null, null, null, null, null, null, null, null);
        assertThat(valid(least).date()).isEqualTo(ObservedOn.day(DAY));
        assertThat(valid(least).categories()).isEmpty();
        assertThat(MilestonePayload.of(valid(least)).successors()).isNull();
        assertThat(MilestonePayload.of(valid(least)).retired()).isNull();
    }

    @Test
    void everyMissingFieldIsNamedAtOnce() {
        MilestonePayload nothing =
                new MilestonePayload(
                        null, " ", null, null, null, null, null, null, null, null, null, null, null,
                        null, null, null, null, null, null, null);
        assertThat(violations(nothing))
                .extracting(Violation::field)
                .containsExactly("id", "source", "date", "who", "what", "kind", "citation");
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("id", with("A Claim", DAY, "LAB_CLAIM", List.of(), null)),
                Arguments.of("date", with("a", DAY.plusYears(1), "LAB_CLAIM", List.of(), null)),
                Arguments.of(
                        "date", with("a", LocalDate.of(1800, 1, 1), "LAB_CLAIM", List.of(), null)),
                Arguments.of("kind", with("a", DAY, "RUMOUR", List.of(), null)),
                Arguments.of("categories", with("a", DAY, "LAB_CLAIM", List.of("Bugs"), null)),
                Arguments.of("categories", with("a", DAY, "LAB_CLAIM", List.of("x", "x"), null)),
                Arguments.of(
                        "categories[0]",
                        with("a", DAY, "LAB_CLAIM", Collections.singletonList(null), null)),
                Arguments.of(
                        "evidence", with("a", DAY, "LAB_CLAIM", List.of(), "javascript:alert(1)")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void faultyFieldIsNamed(String field, MilestonePayload payload) {
        assertThat(violations(payload)).extracting(Violation::field).containsExactly(field);
    }

    @Test
    void whatClaimsToComeFromTheFutureIsRefused() {
        assertThat(MilestoneCheck.check(WHOLE, NOW.plusSeconds(301), NOW))
                .isInstanceOf(CheckedEntry.Refused.class);
        assertThat(MilestoneCheck.check(WHOLE, NOW.plusSeconds(300), NOW))
                .isInstanceOf(CheckedEntry.Valid.class);
    }

    private static MilestonePayload with(
            String id,
            LocalDate date,
            String kind,
            List<String> categories,
            @Nullable String evidence) {
        return new MilestonePayload(
                id,
                "s",
                date,
                null,
                "who",
                "what",
                kind,
                categories,
                null,
                null,
                null,
                "doc",
                null,
                evidence,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Milestone valid(MilestonePayload payload) {
        return switch (MilestoneCheck.check(payload, NOW, NOW)) {
            case CheckedEntry.Valid<Milestone>(Milestone milestone) -> milestone;
            case CheckedEntry.Refused<Milestone>(var violations) ->
                    throw new AssertionError(violations);
        };
    }

    private static List<Violation> violations(MilestonePayload payload) {
        return switch (MilestoneCheck.check(payload, NOW, NOW)) {
            case CheckedEntry.Valid<Milestone> valid -> throw new AssertionError(valid);
            case CheckedEntry.Refused<Milestone>(var violations) -> violations;
        };
    }
}
