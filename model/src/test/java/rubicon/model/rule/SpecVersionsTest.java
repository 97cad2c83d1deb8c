package rubicon.model.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.model.testing.Samples.P50;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Kind;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.testing.Samples;

/// What a scenario says day by day; day 1 is 2 January 2026, and what is said is said that day.
class SpecVersionsTest {
    private static final LocalDate START = LocalDate.parse("2026-01-01");

    private static final Indicator MEASURED =
            Samples.withIdentity(Samples.horizon(P50, Direction.HIGHER, null), Identity.SERIES);

    private final Held held = new Held().with(Samples.ofKind(MEASURED, Kind.FORECAST, Feed.OWN));
    private final Map<String, Statement> said = new TreeMap<>();

    /// models.md §0: compared with what was said by the same version alone. A run of so many dates
    /// has one before it from one date more on.
    @ParameterizedTest(name = "{0} dates, {1} after the change: {2}")
    @CsvSource({
        "1, 1, true",
        "1, 2, false",
        "2, 1, true",
        "2, 2, true",
        "2, 3, false",
        "3, 2, true",
        "3, 3, true",
        "3, 4, false"
    })
    void aRunIsComparedOnceAnotherOfItsVersionStandsBeforeIt(
            int consecutive, int after, boolean another) {
        for (int day = 1; day <= 4; day++) {
            says(day, 0.1, "1");
        }
        for (int day = 5; day < 5 + after; day++) {
            says(day, 0.3, "2");
        }
        assertThat(isAnother(latest(consecutive))).isEqualTo(another);
    }

    @Test
    void whatOneVersionSaysAloneIsCompared() {
        says(1, 0.3, "1");
        says(2, 0.3, "1");
        assertThat(isAnother(latest(2))).isFalse();
    }

    /// Of one day the last word stands; that another version said it first is kept all the same.
    @Test
    void aDayThatWasRevisedFromOneVersionToTheOtherIsNoRunOfOne() {
        says(1, 0.1, "1");
        says(1, 0.3, "2");
        says(2, 0.3, "2");
        assertThat(isAnother(latest(2))).isTrue();

        says(3, 0.3, "2");
        assertThat(isAnother(latest(2))).isFalse();
    }

    /// The day between is taken back: what is left of both versions is a run.
    @Test
    void aRunThatARetractionJoinsIsOfTwoVersions() {
        says(1, 0.3, "1");
        says(2, 0.1, "2");
        says(3, 0.3, "2");
        var taken = Objects.requireNonNull(said.get("day-2")).key();
        var retraction = Samples.retracted("taken", at(4), taken);
        held.with(retraction);
        assertThat(isAnother(latest(2), retraction)).isTrue();
        assertThat(isAnother(latest(1), retraction)).isFalse();
    }

    @Test
    void whatOthersSayOfTheSameIsNoOtherVersion() {
        says(1, 0.1, "1");
        says(2, 0.3, "1");
        held.with(Samples.reported("person", at(3), observation("a person", 3, 0.3, null)));
        says(4, 0.3, "1");
        assertThat(isAnother(latest(2))).isFalse();
    }

    @Test
    void aChangeAcrossTwoVersionsIsOfBothAsLongAsItReachesBack() {
        var change = new ChangeCondition(Comparison.GE, Duration.ofDays(2));
        says(1, 0.1, "1");
        says(2, 0.3, "2");
        says(3, 0.3, "2");
        assertThat(isAnother(change)).isTrue();

        says(4, 0.3, "2");
        assertThat(isAnother(change)).isFalse();
    }

    @Test
    void valuesWithoutAVersionAreAlwaysCompared() {
        says(1, 0.1, "1");
        says(2, 0.3, null);
        assertThat(isAnother(latest(1))).isFalse();
        assertThat(isAnother(latest(2))).isFalse();
    }

    /// Of a ledger that is long, all histories are dear: what no scenario speaks of is not looked
    /// through, whatever is taken back of it.
    @Test
    void aRetractionOfWhatIsNoForecastAsksForNoHistories() {
        held.with(MEASURED);
        says(1, 0.3, null);
        says(2, 0.3, null);
        var taken = Objects.requireNonNull(said.get("day-1")).key();
        var retraction = Samples.retracted("taken", at(3), taken);
        held.with(retraction);
        for (var condition :
                List.of(latest(2), new ChangeCondition(Comparison.GE, Duration.ofDays(2)))) {
            var measured = condition.measure(rule(condition), held);
            int asked = held.askedForHistories();
            assertThat(SpecVersions.isAnother(rule(condition), measured, held, retraction))
                    .isFalse();
            assertThat(held.askedForHistories()).isEqualTo(asked);
        }
    }

    private boolean isAnother(Condition condition) {
        return isAnother(condition, Objects.requireNonNull(said.get("last")));
    }

    private boolean isAnother(Condition condition, Statement statement) {
        var rule = rule(condition);
        return SpecVersions.isAnother(rule, condition.measure(rule, held), held, statement);
    }

    private static Rule rule(Condition condition) {
        return new Rule(
                new RuleId("a-rule"),
                "A rule",
                "",
                P50.value(),
                condition,
                List.of(Severity.of(SeverityLevel.WARNING, 0.2, 0.2, Duration.ZERO, Duration.ZERO)),
                NoDataPolicy.KEEP,
                new MissingPolicy.Keep(),
                Map.of(),
                true,
                1,
                Samples.NOW);
    }

    private static LatestCondition latest(int consecutive) {
        return new LatestCondition(Comparison.GE, ValueEnd.VALUE, 0, consecutive);
    }

    private void says(int day, double value, @Nullable String version) {
        int event = said.size();
        var statement =
                Samples.reported(
                        "%03d".formatted(event),
                        at(day),
                        observation("a scenario", day, value, version));
        held.with(statement);
        said.put("day-" + day, statement);
        said.put("last", statement);
        said.put("event-" + event, statement);
    }

    private static Observation observation(
            String model, int day, double value, @Nullable String version) {
        var it =
                Samples.withId(
                        Samples.observation(
                                P50, "first", model, value, START.plusDays(day).toString()),
                        model + day);
        return version == null ? it : Samples.tagged(it, Observation.SPEC_VERSION, version);
    }

    private static String at(int day) {
        return START.plusDays(day) + "T12:00:00Z";
    }
}
