package rubicon.model.researchloop;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.Evaluator;

/// What one indicator says of a category today.
///
/// @param value best so far, in the indicator's unit
/// @param weight that the catalogue gives it, in (0, 1]
/// @param freshness in (0, 1], see [#freshness]
/// @param stale whether its last observation is older than the indicator allows
public record IndicatorEvidence(
        IndicatorId indicator,
        double value,
        Normalisation normalisation,
        double weight,
        double freshness,
        boolean stale,
        Evaluator evaluator) {
    /// From what age on the evidence of a feed that has ended is stale. A choice of this project.
    public static final Duration ENDED_STALE_AFTER = Duration.ofDays(180);

    private static final double SECONDS_PER_DAY = 86_400;

    public IndicatorEvidence {
        if (!Double.isFinite(value)
                || !(weight > 0 && weight <= 1 && freshness > 0 && freshness <= 1)) {
            throw new IllegalArgumentException(
                    "%s: value %s, weight %s, freshness %s"
                            .formatted(indicator, value, weight, freshness));
        }
    }

    /// What an indicator says at a moment, by its catalogue entry. Where the entry tolerates any
    /// silence because its feed has ended, [#ENDED_STALE_AFTER] stands in: that nobody is to be
    /// woken up makes old evidence no younger.
    ///
    /// @param value best so far, in the indicator's unit
    /// @param weight that the category gives it, in (0, 1]
    /// @param evaluator who measured that value
    /// @param newest when the world could know the newest of its values; one that lies ahead, as
    ///   the end of a month that has begun, is of no age
    public static IndicatorEvidence of(
            Indicator indicator,
            double value,
            double weight,
            Evaluator evaluator,
            Instant newest,
            Instant moment) {
        Optional<Duration> tolerance = staleAfter(indicator);
        double age = Math.max(0, Duration.between(newest, moment).toSeconds() / SECONDS_PER_DAY);
        double days = tolerance.map(it -> it.toSeconds() / SECONDS_PER_DAY).orElse(0.0);
        return new IndicatorEvidence(
                indicator.id(),
                value,
                Normalisation.of(indicator),
                weight,
                days > 0 ? freshness(age, days) : 1,
                days > 0 && age > days,
                evaluator);
    }

    /// From what age on an indicator's evidence is stale; empty for never.
    public static Optional<Duration> staleAfter(Indicator indicator) {
        boolean ended = indicator.feed() == Feed.FROZEN || indicator.feed() == Feed.RETIRED;
        return Optional.ofNullable(indicator.staleAfter())
                .or(() -> ended ? Optional.of(ENDED_STALE_AFTER) : Optional.empty());
    }

    /// How much who measured counts: a third party fully, the developer of what was measured by
    /// half, others in between. A choice of this project.
    public static double independence(Evaluator evaluator) {
        return switch (evaluator) {
            case THIRD_PARTY -> 1;
            case COLLABORATIVE, OTHER -> 0.75;
            case FIRST_PARTY -> 0.5;
        };
    }

    /// How much an observation still says by its age: all until the day from which the indicator
    /// counts as stale, then half as much with each further such time. A choice of this project.
    ///
    /// @param ageDays since the last observation, at least 0
    /// @param staleAfterDays above 0
    /// @return in (0, 1]
    public static double freshness(double ageDays, double staleAfterDays) {
        if (!(ageDays >= 0 && staleAfterDays > 0)) {
            throw new IllegalArgumentException(
                    "%s days old, stale after %s".formatted(ageDays, staleAfterDays));
        }
        double late = Math.max(0, ageDays / staleAfterDays - 1);
        return Math.max(Math.pow(2, -late), Double.MIN_NORMAL);
    }

    /// Whether the developer of what was measured is also who measured.
    public boolean firstParty() {
        return evaluator == Evaluator.FIRST_PARTY;
    }

    /// The saturation as it is, below 0 or above 1 too; empty where no normalisation is declared.
    public OptionalDouble saturation() {
        return switch (normalisation) {
            case Normalisation.Bounded(double floor, double ceiling) ->
                    OptionalDouble.of((value - floor) / (ceiling - floor));
            case Normalisation.DeclaredLog(double zero, double one, String _) ->
                    OptionalDouble.of(
                            value > 0 ? Math.log(value / zero) / Math.log(one / zero) : 0);
            case Normalisation.Undeclared _ -> OptionalDouble.empty();
        };
    }
}
