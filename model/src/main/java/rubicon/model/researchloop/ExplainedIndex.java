package rubicon.model.researchloop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import rubicon.model.catalogue.CategoryId;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.scurve.Phase;
import rubicon.model.scurve.Positions;
import rubicon.model.stats.NeumaierSum;
import rubicon.model.stats.Range;

/// The automation index with the way that led to it: which indicator gives what, and how much of
/// the number rests on little.
///
/// A category's score is the mean of its indicators' logits, weighted with catalogue weight ×
/// freshness × what the evaluator's independence is worth. A category that no indicator counts for
/// is *imputed*: half the mean score of the others, with a logit deviation of 1.5. Agreement of few
/// indicators is no precision: no category's logit deviation is taken below .4. These weights and
/// numbers are choices of this project.
///
/// @param index over all categories
/// @param interval at [AutomationIndex#LEVEL]
/// @param categories ordered by id
/// @param rests what share of the index rests on what
/// @param bounds the index with every imputed score at .01, and at .99
/// @param steep of categories with evidence alone
public record ExplainedIndex(
        AutomationIndex index,
        Range interval,
        List<CategoryReading> categories,
        Rests rests,
        Range bounds,
        SteepCount steep) {
    /// Share of the index on weak ground above which it is no evidence.
    public static final double TOLERATED = 1.0 / 3;

    /// What a category without evidence has of the others' mean score.
    public static final double IMPUTED_FACTOR = 0.5;

    /// Its deviation, in log odds.
    public static final double IMPUTED_LOGIT_SD = 1.5;

    /// Exactly a third is tolerated, whatever rounding makes of it.
    private static final double ROUNDING = 1e-9;

    private static final double LEAST_LOGIT_SD = 0.4;
    private static final double LOWEST = 0.01;
    private static final double HIGHEST = 0.99;

    public ExplainedIndex {
        categories = List.copyOf(categories);
    }

    /// What one indicator gives.
    ///
    /// @param saturation as it is; what counts is held within [.01, .99]
    /// @param share of its category's weight, in (0, 1]
    /// @param leverage by how much `ln A` rises with one unit of this indicator's logit
    public record Contribution(
            IndicatorId indicator,
            double saturation,
            double share,
            double leverage,
            boolean stale,
            boolean firstParty) {}

    /// An indicator that is shown and does not count.
    ///
    /// @param reason why not
    public record Aside(IndicatorId indicator, String reason) {}

    /// A category's part.
    ///
    /// @param imputed whether no indicator counts for it
    /// @param elasticity by how many per cent the index moves with one per cent of the score
    public record CategoryReading(
            CategoryId category,
            boolean imputed,
            CategoryPosition position,
            Phase phase,
            double elasticity,
            List<Contribution> contributions,
            List<Aside> asides) {
        public CategoryReading {
            contributions = List.copyOf(contributions);
            asides = List.copyOf(asides);
        }

        private double share(Predicate<Contribution> which) {
            return contributions.stream().filter(which).mapToDouble(Contribution::share).sum();
        }
    }

    /// Shares of the index, by the categories' elasticities; what is both stale and first-party is
    /// in both, and once in `weak`.
    ///
    /// @param weak imputed, stale or first-party
    public record Rests(double imputed, double stale, double firstParty, double weak) {}

    /// Computes the index; empty where no indicator counts for any category.
    ///
    /// @param evidence of every category, each once; the order does not matter
    /// @param sigma elasticity of substitution, see [AutomationIndex]
    /// @throws IllegalArgumentException if a category is named twice
    public static Optional<ExplainedIndex> of(Collection<CategoryEvidence> evidence, double sigma) {
        List<CategoryEvidence> ordered =
                evidence.stream().sorted(Comparator.comparing(CategoryEvidence::category)).toList();
        if (ordered.stream().map(CategoryEvidence::category).distinct().count() != ordered.size()) {
            throw new IllegalArgumentException("a category is named twice");
        }
        List<Optional<CategoryPosition>> known =
                ordered.stream().map(ExplainedIndex::position).toList();
        List<CategoryPosition> held = known.stream().flatMap(Optional::stream).toList();
        if (held.isEmpty()) {
            return Optional.empty();
        }
        var imputed = imputed(held);
        List<CategoryPosition> positions = known.stream().map(it -> it.orElse(imputed)).toList();
        List<Double> weights = ordered.stream().map(CategoryEvidence::weight).toList();
        var index = index(positions.stream().map(CategoryPosition::score).toList(), weights, sigma);
        List<CategoryReading> readings =
                IntStream.range(0, ordered.size())
                        .mapToObj(i ->
                                reading(
                                        ordered.get(i),
                                        known.get(i).isEmpty(),
                                        positions.get(i),
                                        index.elasticities().get(i)))
                        .toList();
        return Optional.of(
                new ExplainedIndex(
                        index,
                        index.interval(
                                positions.stream().map(CategoryPosition::logitSd).toList(),
                                AutomationIndex.LEVEL),
                        readings,
                        rests(readings),
                        new Range(
                                index(scores(known, LOWEST), weights, sigma).value(),
                                index(scores(known, HIGHEST), weights, sigma).value()),
                        SteepCount.of(
                                held.stream().map(CategoryPosition::score).toList(),
                                held.stream().map(CategoryPosition::logitSd).toList(),
                                Phase.STEEP)));
    }

    /// Whether more than a third of the index rests on imputed, stale or first-party evidence, so
    /// that it is to be shown as "insufficient evidence".
    public boolean insufficient() {
        return rests.weak() > TOLERATED + ROUNDING;
    }

    /// The category that holds the index down most.
    public CategoryReading weakest() {
        return categories.get(index.weakest());
    }

    private static AutomationIndex index(List<Double> scores, List<Double> weights, double sigma) {
        return AutomationIndex.of(scores, weights, sigma, AutomationIndex.LEAST);
    }

    private static List<Double> scores(List<Optional<CategoryPosition>> known, double imputed) {
        return known.stream().map(it -> it.map(CategoryPosition::score).orElse(imputed)).toList();
    }

    private static Optional<CategoryPosition> position(CategoryEvidence category) {
        List<Double> saturations = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        for (IndicatorEvidence it : category.indicators()) {
            it.saturation()
                    .ifPresent(u -> {
                        saturations.add(u);
                        weights.add(weight(it));
                    });
        }
        if (saturations.isEmpty()) {
            return Optional.empty();
        }
        var position = CategoryPosition.of(saturations, weights, Positions.KAPPA);
        return Optional.of(
                new CategoryPosition(
                        position.score(),
                        position.mark(),
                        Math.max(position.logitSd(), LEAST_LOGIT_SD)));
    }

    private static CategoryPosition imputed(List<CategoryPosition> held) {
        double mean =
                NeumaierSum.mean(held.stream().mapToDouble(CategoryPosition::score).toArray());
        var position =
                CategoryPosition.of(List.of(IMPUTED_FACTOR * mean), List.of(1.0), Positions.KAPPA);
        return new CategoryPosition(position.score(), position.mark(), IMPUTED_LOGIT_SD);
    }

    private static double weight(IndicatorEvidence evidence) {
        return evidence.weight()
                * evidence.freshness()
                * IndicatorEvidence.independence(evidence.evaluator());
    }

    private static CategoryReading reading(
            CategoryEvidence category,
            boolean imputed,
            CategoryPosition position,
            double elasticity) {
        double all =
                category.indicators().stream()
                        .filter(it -> it.saturation().isPresent())
                        .mapToDouble(ExplainedIndex::weight)
                        .sum();
        List<Contribution> contributions = new ArrayList<>();
        List<Aside> asides = new ArrayList<>();
        for (IndicatorEvidence it : category.indicators()) {
            OptionalDouble saturation = it.saturation();
            if (saturation.isPresent()) {
                double share = weight(it) / all;
                contributions.add(
                        new Contribution(
                                it.indicator(),
                                saturation.getAsDouble(),
                                share,
                                share * elasticity * (1 - position.score()),
                                it.stale(),
                                it.firstParty()));
            } else if (it.normalisation() instanceof Normalisation.Undeclared(String reason)) {
                asides.add(new Aside(it.indicator(), reason));
            }
        }
        return new CategoryReading(
                category.category(),
                imputed,
                position,
                Phase.of(position.score(), Phase.STEEP),
                elasticity,
                contributions,
                asides);
    }

    private static Rests rests(List<CategoryReading> readings) {
        double imputed = 0;
        double stale = 0;
        double firstParty = 0;
        double weak = 0;
        for (CategoryReading it : readings) {
            if (it.imputed()) {
                imputed += it.elasticity();
                weak += it.elasticity();
            }
            stale += it.elasticity() * it.share(Contribution::stale);
            firstParty += it.elasticity() * it.share(Contribution::firstParty);
            weak += it.elasticity() * it.share(c -> c.stale() || c.firstParty());
        }
        return new Rests(imputed, stale, firstParty, weak);
    }
}
