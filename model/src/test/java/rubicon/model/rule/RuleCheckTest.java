package rubicon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.milestone.MilestoneKind;
import rubicon.model.wire.RulePayload;
import rubicon.model.wire.RulePayload.ConditionPayload;
import rubicon.model.wire.RulePayload.SeverityPayload;

class RuleCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");

    @Test
    void completeRuleIsMadeAsWritten() {
        var written =
                payload(
                        "horizon-ladder",
                        ConditionPayload.of("FRONTIER", "GE"),
                        List.of(new SeverityPayload("WARNING", 480.0, 460.0, "P3D", "PT1H")),
                        "ALERT");

        assertThat(RuleCheck.of(written, 3, NOW))
                .isEqualTo(
                        new RuleCheck.Valid(
                                new Rule(
                                        new RuleId("horizon-ladder"),
                                        "A title",
                                        "A reason",
                                        "metr-horizon-p50",
                                        new FrontierCondition(Comparison.GE),
                                        List.of(
                                                Severity.of(
                                                        SeverityLevel.WARNING,
                                                        480,
                                                        460,
                                                        Duration.ofDays(3),
                                                        Duration.ofHours(1))),
                                        NoDataPolicy.ALERT,
                                        new MissingPolicy.Keep(),
                                        Map.of("team", "watch"),
                                        true,
                                        3,
                                        NOW)));
    }

    @Test
    void severityThatIsNotThereAndCharactersThatNothingHoldsAreNamed() {
        var written =
                new RulePayload(
                        "a-rule",
                        "A\0title",
                        null,
                        "metr-horizon-p50",
                        ConditionPayload.of("FRONTIER", "LT"),
                        Arrays.asList((SeverityPayload) null),
                        null,
                        Map.of("team\ud800", "watch"),
                        null,
                        null,
                        null);

        assertThat(((RuleCheck.Invalid) RuleCheck.of(written, 1, NOW)).violations())
                .extracting(RuleViolation::field)
                .containsExactly("title", "severities[0]", "labels");
    }

    @Test
    void whatIsLeftOutHasItsDefault() {
        var written =
                new RulePayload(
                        "a-rule",
                        "A title",
                        null,
                        "metr-horizon-p50",
                        ConditionPayload.of("FRONTIER", "LT"),
                        List.of(new SeverityPayload("NOTICE", 5.0, null, null, null)),
                        null,
                        null,
                        null,
                        null,
                        null);

        assertThat(RuleCheck.of(written, 1, NOW))
                .isInstanceOfSatisfying(
                        RuleCheck.Valid.class,
                        valid -> {
                            assertThat(valid.rule().why()).isEmpty();
                            assertThat(valid.rule().enabled()).isTrue();
                            assertThat(valid.rule().noData()).isEqualTo(NoDataPolicy.KEEP);
                            assertThat(valid.rule().severities())
                                    .containsExactly(
                                            new Severity(
                                                    SeverityLevel.NOTICE,
                                                    new Hysteresis(5, 5),
                                                    Patience.NONE));
                        });
    }

    @ParameterizedTest
    @CsvSource({
        "SILENCE, LT, , , , RECORD, , condition.op",
        "SILENCE, GE, , , , , , condition.since",
        "SILENCE, GE, , , , YESTERDAY, , condition.since",
        "GAP, GE, , , , , , condition.other",
        "GAP, GE, Not An Id, , , , , condition.other",
        "COUNT, GE, , , , , , condition.window",
        "COUNT, GE, , , , , PT5H, condition.window",
        "COUNT, GE, , , , , a while, condition.window",
        "RESTATED, GE, , 0, , , P7D, condition.minN",
        "MARKED, GE, , , , , , condition.window",
        "MARKED, GE, , 5, , , P30D, condition.minN",
        "LATEST, GE, , , 25, , , condition.consecutive",
        "LATEST, GE, , -1, , , , condition.minN",
        "FRONTIER, GE, , , 2, , , condition.consecutive",
        "FRONTIER, GE, metr-horizon-p80, , , , , condition.other",
        "TREND, LT, , , , , P7D, condition.window",
        "PREDICTED, GT, , 3, , , , condition.minN",
        "STANDSTILL, LT, , , , , , condition.op",
        "STANDSTILL, GE, , , , RECORD, , condition.since",
        "FORECAST_DUE, GE, , , , , , condition.entry",
        "MILESTONES, GE, , , , , , condition.milestones",
    })
    void faultOfAConditionNamesItsField(
            String kind,
            String op,
            @Nullable String other,
            @Nullable Integer minN,
            @Nullable Integer consecutive,
            @Nullable String since,
            @Nullable String window,
            String field) {
        var condition =
                new ConditionPayload(
                        kind,
                        op,
                        null,
                        minN,
                        consecutive,
                        other,
                        null,
                        null,
                        since,
                        window,
                        null,
                        null,
                        null,
                        null);
        var written =
                payload(
                        "a-rule",
                        condition,
                        List.of(new SeverityPayload("NOTICE", 1.0, null, null, null)),
                        "KEEP");

        assertThat(fields(RuleCheck.of(written, 1, NOW))).containsExactly(field);
    }

    @Test
    void conditionOfEveryKindIsMadeAsWritten() {
        var gap =
                new ConditionPayload(
                        "GAP",
                        "GE",
                        null,
                        null,
                        null,
                        "metr-horizon-p80",
                        "RATIO",
                        "SUBJECT",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        var milestones =
                new ConditionPayload(
                        "MILESTONES",
                        "GE",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "P30D",
                        List.of("EVAL_CHANGE", "RECORD"),
                        null,
                        null,
                        null);
        var reworded =
                new ConditionPayload(
                        "REWORDED",
                        "GE",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "P30D",
                        null,
                        "a-threshold",
                        "a source",
                        null);

        assertThat(made(gap))
                .isEqualTo(
                        new GapCondition(
                                Comparison.GE,
                                new IndicatorId("metr-horizon-p80"),
                                GapCondition.Measure.RATIO,
                                GapCondition.Per.SUBJECT));
        assertThat(made(milestones))
                .isEqualTo(
                        new MilestonesCondition(
                                Comparison.GE,
                                Set.of(MilestoneKind.EVAL_CHANGE, MilestoneKind.RECORD),
                                Duration.ofDays(30)));
        assertThat(made(reworded))
                .isEqualTo(
                        new RewordedCondition(
                                Comparison.GE,
                                new EntryRef("a-threshold", "a source"),
                                Duration.ofDays(30)));
        assertThat(made(ConditionPayload.of("LATEST", "LE")))
                .isEqualTo(new LatestCondition(Comparison.LE, ValueEnd.VALUE, 0, 1));
    }

    @Test
    void whoSaysNothingReadsWhatIsCleanAndWhoSaysItReadsAnother() {
        var plain = ConditionPayload.of("FRONTIER", "GE");
        assertThat(made(plain).reading()).isEqualTo(SeriesReading.CLEAN);
        for (var reading : EnumSet.complementOf(EnumSet.of(SeriesReading.ALL))) {
            assertThat(made(plain.withReading(reading.name())).reading()).isEqualTo(reading);
        }
        assertThat(made(ConditionPayload.of("TREND", "LE").withReading("COUNTED")))
                .isEqualTo(new TrendCondition(Comparison.LE, SeriesReading.COUNTED));
    }

    @ParameterizedTest
    @CsvSource({
        "FRONTIER, clean, must be one of",
        "FRONTIER, ALL, what was withdrawn",
        "MILESTONES, CLEAN, is not read by MILESTONES",
        "RESTATED, CLEAN, is not read by RESTATED",
        "SILENCE, STANDING, is not read by SILENCE"
    })
    void aReadingThatIsNoneOrThatNothingReadsIsAFault(String kind, String reading, String fault) {
        var violations = new ArrayList<RuleViolation>();
        new ConditionCheck(violations).check(ConditionPayload.of(kind, "GE").withReading(reading));
        assertThat(violations)
                .filteredOn(it -> it.field().equals("condition.reading"))
                .singleElement()
                .satisfies(it -> assertThat(it.message()).contains(fault));
    }

    private static Condition made(ConditionPayload condition) {
        var written =
                payload(
                        "a-rule",
                        condition,
                        List.of(new SeverityPayload("NOTICE", 1.0, null, null, null)),
                        "KEEP");
        return ((RuleCheck.Valid) RuleCheck.of(written, 1, NOW)).rule().condition();
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        var written =
                new RulePayload(
                        "Not An Id",
                        " ",
                        "w".repeat(2001),
                        null,
                        ConditionPayload.of("HOPE", "NE"),
                        List.of(
                                new SeverityPayload("LOUD", Double.NaN, null, "3 days", "PT-1S"),
                                new SeverityPayload(null, null, 1.0, null, null)),
                        "MAYBE",
                        Map.of("team", ""),
                        true,
                        null,
                        null);

        assertThat(fields(RuleCheck.of(written, 1, NOW)))
                .containsExactly(
                        "id",
                        "title",
                        "why",
                        "indicator",
                        "condition.kind",
                        "condition.op",
                        "severities[0].name",
                        "severities[0].fire",
                        "severities[0].pending",
                        "severities[0].keepFiring",
                        "severities[1].name",
                        "severities[1].fire",
                        "noData",
                        "labels.team");
    }

    @Test
    void emptyPayloadNamesWhatIsNeeded() {
        var empty =
                new RulePayload(null, null, null, null, null, null, null, null, null, null, null);

        assertThat(fields(RuleCheck.of(empty, 1, NOW)))
                .containsExactly("id", "title", "indicator", "condition", "severities");
    }

    @Test
    void contradictingSeveritiesAreNamedByTheirPlace() {
        var written =
                payload(
                        "a-rule",
                        ConditionPayload.of("FRONTIER", "GE"),
                        List.of(
                                new SeverityPayload("CRITICAL", 480.0, null, null, null),
                                new SeverityPayload("NOTICE", 480.0, 500.0, null, null)),
                        "KEEP");

        assertThat(fields(RuleCheck.of(written, 1, NOW)))
                .containsExactly("severities[1].recover", "severities[1].fire");
    }

    private static RulePayload payload(
            String id,
            ConditionPayload condition,
            List<SeverityPayload> severities,
            String noData) {
        return new RulePayload(
                id,
                "A title",
                "A reason",
                "metr-horizon-p50",
                condition,
                severities,
                noData,
                Map.of("team", "watch"),
                true,
                null,
                null);
    }

    private static List<String> fields(RuleCheck.Outcome outcome) {
        return switch (outcome) {
            case RuleCheck.Valid valid -> throw new AssertionError("is valid: " + valid);
            case RuleCheck.Invalid(var violations) ->
                    violations.stream().map(RuleViolation::field).toList();
        };
    }
}
