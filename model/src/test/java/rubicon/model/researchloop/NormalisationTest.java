package rubicon.model.researchloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.model.catalogue.Bounds;
import rubicon.model.catalogue.DateMeaning;
import rubicon.model.catalogue.DeclaredNormalisation;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Export;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.Kind;
import rubicon.model.catalogue.Licence;
import rubicon.model.catalogue.NoiseCeiling;
import rubicon.model.catalogue.Scale;
import rubicon.model.catalogue.Unit;
import rubicon.model.catalogue.View;
import rubicon.model.observation.Evaluator;

class NormalisationTest {
    private static final Bounds PERCENT = new Bounds(0.0, false, 100.0, false);
    private static final Bounds OPEN = new Bounds(0.0, true, null, false);
    private static final Instant NEWEST = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aBoundedScaleEndsAtItsNoiseCeilingIfOneIsKnown() {
        assertThat(Normalisation.of(indicator(Direction.HIGHER, PERCENT, null, null)))
                .isEqualTo(new Normalisation.Bounded(0, 100));
        assertThat(
                        Normalisation.of(
                                indicator(
                                        Direction.HIGHER,
                                        PERCENT,
                                        new NoiseCeiling(97, "labels", "a paper"),
                                        null)))
                .isEqualTo(new Normalisation.Bounded(0, 97));
        assertThat(Normalisation.of(indicator(Direction.LOWER, PERCENT, null, null)))
                .isEqualTo(new Normalisation.Bounded(100, 0));
    }

    @Test
    void withoutAnEndOnlyADeclarationCounts() {
        assertThat(Normalisation.of(indicator(Direction.HIGHER, OPEN, null, null)))
                .isInstanceOf(Normalisation.Undeclared.class);
        assertThat(Normalisation.of(indicator(Direction.NONE, PERCENT, null, null)))
                .isEqualTo(new Normalisation.Undeclared("neither direction is better"));
        var log = new DeclaredNormalisation(Scale.LOG, 1, 300, "an expert's week", "a card");
        assertThat(Normalisation.of(indicator(Direction.HIGHER, OPEN, null, log)))
                .isEqualTo(new Normalisation.DeclaredLog(1, 300, "an expert's week"));
        var linear = new DeclaredNormalisation(Scale.LINEAR, 0, 1, "people", "by definition");
        assertThat(Normalisation.of(indicator(Direction.HIGHER, OPEN, null, linear)))
                .isEqualTo(new Normalisation.Bounded(0, 1));
    }

    @Test
    void whatIsNoScaleIsRefused() {
        assertThatThrownBy(() -> new DeclaredNormalisation(Scale.LOG, 0, 1, "r", "s"))
                .hasMessageContaining("no logarithmic scale");
        assertThatThrownBy(() -> new DeclaredNormalisation(Scale.LINEAR, 1, 1, "r", "s"))
                .hasMessageContaining("no scale");
        assertThatThrownBy(() -> new DeclaredNormalisation(Scale.LOGIT, 0, 1, "r", "s"))
                .hasMessageContaining("linear or logarithmic");
    }

    /// Any scale, either direction: its ends are 0 and 1, and what is better is more saturated.
    @Test
    void betterIsNeverLessSaturated() {
        var random = new Random(11);
        for (int run = 0; run < 500; run++) {
            boolean higher = random.nextBoolean();
            double low = 0.1 + random.nextDouble() * 10;
            double high = low + 0.1 + random.nextDouble() * 10;
            var declared =
                    new DeclaredNormalisation(
                            random.nextBoolean() ? Scale.LOG : Scale.LINEAR,
                            higher ? low : high,
                            higher ? high : low,
                            "r",
                            "s");
            var indicator =
                    indicator(higher ? Direction.HIGHER : Direction.LOWER, OPEN, null, declared);
            double one = low + random.nextDouble() * (high - low);
            double other = low + random.nextDouble() * (high - low);
            double better = higher ? Math.max(one, other) : Math.min(one, other);
            double worse = higher ? Math.min(one, other) : Math.max(one, other);
            assertThat(saturation(indicator, better))
                    .as("run %d", run)
                    .isGreaterThanOrEqualTo(saturation(indicator, worse));
            assertThat(saturation(indicator, declared.zero())).isCloseTo(0, within(1e-12));
            assertThat(saturation(indicator, declared.one())).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void evidenceAgesAlsoWhereTheFeedHasEndedAndNeverGetsBetterByIt() {
        Indicator live = indicator(Direction.HIGHER, PERCENT, null, null);
        Indicator ended = with(live, Feed.RETIRED, null);
        Indicator patient = with(live, Feed.LIVE, null);
        assertThat(IndicatorEvidence.staleAfter(ended)).hasValue(Duration.ofDays(180));
        assertThat(IndicatorEvidence.staleAfter(patient)).isEmpty();
        double before = 1;
        for (int day = 0; day <= 900; day += 30) {
            var at = said(ended, NEWEST.plus(Duration.ofDays(day)));
            assertThat(at.freshness()).isLessThanOrEqualTo(before);
            assertThat(at.stale()).isEqualTo(day > 180);
            before = at.freshness();
        }
        assertThat(before).isCloseTo(Math.pow(2, -4), within(1e-12));
        assertThat(said(live, NEWEST.minusSeconds(60)).freshness())
                .as("the end of a month that has begun lies ahead")
                .isEqualTo(1);
        assertThat(said(patient, NEWEST.plus(Duration.ofDays(9_000))).stale()).isFalse();
    }

    private static double saturation(Indicator indicator, double value) {
        return IndicatorEvidence.of(indicator, value, 1, Evaluator.OTHER, NEWEST, NEWEST)
                .saturation()
                .orElseThrow();
    }

    private static IndicatorEvidence said(Indicator indicator, Instant moment) {
        return IndicatorEvidence.of(indicator, 50, 1, Evaluator.OTHER, NEWEST, moment);
    }

    private static Indicator with(Indicator it, Feed feed, @Nullable Duration staleAfter) {
        return indicator(it.direction(), it.bounds(), null, null, feed, staleAfter);
    }

    private static Indicator indicator(
            Direction direction,
            Bounds bounds,
            @Nullable NoiseCeiling ceiling,
            @Nullable DeclaredNormalisation declared) {
        return indicator(direction, bounds, ceiling, declared, Feed.LIVE, Duration.ofDays(90));
    }

    private static Indicator indicator(
            Direction direction,
            Bounds bounds,
            @Nullable NoiseCeiling ceiling,
            @Nullable DeclaredNormalisation declared,
            Feed feed,
            @Nullable Duration staleAfter) {
        return new Indicator(
                new IndicatorId("x"),
                "X",
                Kind.MEASUREMENT,
                new Unit("%"),
                Scale.LINEAR,
                bounds,
                direction,
                ceiling,
                declared,
                null,
                View.MODEL,
                List.of(),
                DateMeaning.RELEASE,
                Identity.SUBJECT,
                null,
                null,
                feed,
                staleAfter,
                List.of("s"),
                Evaluator.OTHER,
                new Licence("MIT", Export.YES),
                "c",
                "d",
                null,
                List.of(),
                List.of(),
                1);
    }
}
