package rubicon.ingest.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Result;
import rubicon.model.catalogue.Categories;
import rubicon.model.catalogue.Category;
import rubicon.model.catalogue.Category.Counted;
import rubicon.model.catalogue.Category.Shown;
import rubicon.model.catalogue.CategoryId;
import rubicon.model.catalogue.DeclaredNormalisation;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.researchloop.AutomationIndex;
import rubicon.model.researchloop.CategoryEvidence;
import rubicon.model.researchloop.CategoryPosition;
import rubicon.model.researchloop.ExplainedIndex;
import rubicon.model.researchloop.ExplainedIndex.CategoryReading;
import rubicon.model.researchloop.ExplainedIndex.Contribution;
import rubicon.model.researchloop.IndicatorEvidence;
import rubicon.model.researchloop.Normalisation;
import rubicon.model.scurve.Phase;
import rubicon.model.scurve.Positions;
import rubicon.model.stats.Logistic;
import rubicon.model.stats.Normal;
import rubicon.model.stats.Range;
import rubicon.model.wire.AutomationIndexPayload;
import rubicon.model.wire.AutomationIndexPayload.AsidePayload;
import rubicon.model.wire.AutomationIndexPayload.BestPayload;
import rubicon.model.wire.AutomationIndexPayload.CategoryReadingPayload;
import rubicon.model.wire.AutomationIndexPayload.ContributionPayload;
import rubicon.model.wire.AutomationIndexPayload.NormalisedPayload;
import rubicon.model.wire.AutomationIndexPayload.ParametersPayload;
import rubicon.model.wire.AutomationIndexPayload.RangePayload;
import rubicon.model.wire.AutomationIndexPayload.RestsPayload;
import rubicon.model.wire.AutomationIndexPayload.SteepPayload;
import rubicon.model.wire.SubjectPayload;

/// The automation index from what indicators say, as it travels. Pure.
final class IndexPayloads {
    private static final double CATEGORY_WEIGHT = 1;
    private static final ParametersPayload PARAMETERS =
            new ParametersPayload(
                    AutomationIndex.SIGMA, AutomationIndex.LEAST, Positions.KAPPA, Phase.STEEP);

    private final Categories categories;
    private final Map<IndicatorId, Evidence> said;
    private final Instant moment;

    private IndexPayloads(Categories categories, Map<IndicatorId, Evidence> said, Instant moment) {
        this.categories = categories;
        this.said = said;
        this.moment = moment;
    }

    /// The index at a moment.
    ///
    /// @param said of every indicator that a category names
    static AutomationIndexPayload of(
            Categories categories, Map<IndicatorId, Evidence> said, Instant moment) {
        return new IndexPayloads(categories, said, moment).payload();
    }

    private AutomationIndexPayload payload() {
        Map<CategoryId, CategoryEvidence> evidence = new HashMap<>();
        categories.list().forEach(it -> evidence.put(it.id(), evidence(it)));
        Optional<ExplainedIndex> explained =
                ExplainedIndex.of(evidence.values(), AutomationIndex.SIGMA);
        Map<CategoryId, CategoryReading> readings =
                explained
                        .map(it ->
                                it.categories().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        CategoryReading::category,
                                                        Function.identity())))
                        .orElse(Map.of());
        List<CategoryReadingPayload> told =
                categories.list().stream()
                        .map(it ->
                                category(
                                        it,
                                        Objects.requireNonNull(evidence.get(it.id())),
                                        readings.get(it.id())))
                        .toList();
        return explained.map(it -> told(it, told)).orElseGet(() -> nothing(told));
    }

    private AutomationIndexPayload nothing(List<CategoryReadingPayload> told) {
        return new AutomationIndexPayload(
                moment,
                "NONE",
                "No indicator counts for any category: there is no index.",
                null,
                null,
                null,
                AutomationIndex.LEVEL,
                null,
                null,
                null,
                null,
                null,
                PARAMETERS,
                told);
    }

    private AutomationIndexPayload told(ExplainedIndex it, List<CategoryReadingPayload> told) {
        Range steep = it.steep().interval(AutomationIndex.LEVEL);
        return new AutomationIndexPayload(
                moment,
                it.insufficient() ? "INSUFFICIENT" : "SUFFICIENT",
                says(it),
                it.index().value(),
                it.interval().low(),
                Math.min(1, it.interval().high()),
                AutomationIndex.LEVEL,
                it.index().arithmetic(),
                it.weakest().category().value(),
                new RestsPayload(
                        it.rests().imputed(),
                        it.rests().stale(),
                        it.rests().firstParty(),
                        it.rests().weak(),
                        ExplainedIndex.TOLERATED),
                new RangePayload(it.bounds().low(), it.bounds().high()),
                new SteepPayload(
                        it.steep().count(),
                        it.steep().distribution().size() - 1,
                        steep.low(),
                        steep.high(),
                        it.steep().distribution()),
                PARAMETERS,
                told);
    }

    private static String says(ExplainedIndex it) {
        String rests =
                "%s of the index rests on imputed, stale or first-party evidence (imputed %s, stale %s, first party %s)"
                        .formatted(
                                percent(it.rests().weak()),
                                percent(it.rests().imputed()),
                                percent(it.rests().stale()),
                                percent(it.rests().firstParty()));
        return it.insufficient()
                ? "Insufficient evidence: " + rests + "; a third is tolerated."
                : Character.toUpperCase(rests.charAt(0)) + rests.substring(1) + ".";
    }

    private static String percent(double share) {
        return String.format(Locale.ENGLISH, "%.0f %%", share * 100);
    }

    private CategoryEvidence evidence(Category category) {
        List<IndicatorEvidence> indicators = new ArrayList<>();
        for (Counted it : category.counted()) {
            of(it.indicator()).best().ifPresent(best -> indicators.add(counted(it, best)));
        }
        return new CategoryEvidence(category.id(), CATEGORY_WEIGHT, indicators);
    }

    private IndicatorEvidence counted(Counted it, Evidence.Best best) {
        return IndicatorEvidence.of(
                of(it.indicator()).indicator(),
                best.result().value(),
                it.weight(),
                best.evaluator(),
                best.newest(),
                moment);
    }

    private CategoryReadingPayload category(
            Category category, CategoryEvidence evidence, @Nullable CategoryReading reading) {
        List<ContributionPayload> contributions = new ArrayList<>();
        List<AsidePayload> asides = new ArrayList<>();
        if (reading != null) {
            for (IndicatorEvidence it : evidence.indicators()) {
                reading.contributions().stream()
                        .filter(c -> c.indicator().equals(it.indicator()))
                        .forEach(c -> contributions.add(contribution(it, c)));
            }
            reading.asides().forEach(it -> asides.add(aside(it.indicator(), it.reason())));
        }
        for (Counted it : category.counted()) {
            if (of(it.indicator()).best().isEmpty()) {
                asides.add(aside(it.indicator(), "it would count, and nothing stands"));
            } else if (reading == null) {
                asides.add(
                        aside(
                                it.indicator(),
                                Normalisation.of(of(it.indicator()).indicator())
                                                instanceof Normalisation.Undeclared(String reason)
                                        ? reason
                                        : "there is no index"));
            }
        }
        for (Shown it : category.shown()) {
            asides.add(aside(it.indicator(), it.reason()));
        }
        if (reading == null) {
            return new CategoryReadingPayload(
                    category.id().value(),
                    category.title(),
                    category.strength().name(),
                    category.strengthReason(),
                    true,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    contributions,
                    asides);
        }
        CategoryPosition position = reading.position();
        Range score = score(position);
        return new CategoryReadingPayload(
                category.id().value(),
                category.title(),
                category.strength().name(),
                category.strengthReason(),
                reading.imputed(),
                position.score(),
                score.low(),
                score.high(),
                position.logitSd(),
                position.mark(),
                reading.phase().name(),
                reading.elasticity(),
                contributions,
                asides);
    }

    /// The interval of a score, of a normal logit.
    private static Range score(CategoryPosition position) {
        double half = Normal.standardQuantile((1 + AutomationIndex.LEVEL) / 2) * position.logitSd();
        double logit = Logistic.logit(position.score());
        return new Range(Logistic.of(logit - half), Logistic.of(logit + half));
    }

    private ContributionPayload contribution(IndicatorEvidence it, Contribution gives) {
        Evidence evidence = of(it.indicator());
        Indicator indicator = evidence.indicator();
        Evidence.Best best = evidence.best().orElseThrow();
        return new ContributionPayload(
                indicator.id().value(),
                indicator.title(),
                indicator.unit().symbol(),
                best(best),
                normalised(indicator, it.normalisation()),
                gives.saturation(),
                it.weight(),
                it.freshness(),
                IndicatorEvidence.independence(it.evaluator()),
                gives.share(),
                gives.leverage(),
                gives.stale(),
                gives.firstParty(),
                best.newest(),
                IndicatorEvidence.staleAfter(indicator).map(IndexPayloads::iso).orElse(null));
    }

    /// Days as catalogue entries write them.
    private static String iso(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays()))
                ? "P%dD".formatted(duration.toDays())
                : duration.toString();
    }

    private static NormalisedPayload normalised(Indicator indicator, Normalisation by) {
        DeclaredNormalisation declared = indicator.normalisation();
        if (declared != null) {
            return new NormalisedPayload(
                    declared.scale().name(),
                    declared.zero(),
                    declared.one(),
                    declared.reason(),
                    declared.source());
        }
        return switch (by) {
            case Normalisation.Bounded(double floor, double ceiling) ->
                    new NormalisedPayload("BOUNDS", floor, ceiling, null, null);
            case Normalisation.DeclaredLog(double zero, double one, String reason) ->
                    new NormalisedPayload("LOG", zero, one, reason, null);
            case Normalisation.Undeclared(String reason) ->
                    throw new IllegalStateException(indicator.id() + " counts: " + reason);
        };
    }

    private AsidePayload aside(IndicatorId id, String reason) {
        Evidence evidence = of(id);
        return new AsidePayload(
                id.value(),
                evidence.indicator().title(),
                evidence.indicator().unit().symbol(),
                reason,
                evidence.best().map(IndexPayloads::best).orElse(null));
    }

    private static BestPayload best(Evidence.Best best) {
        Result it = best.result();
        return new BestPayload(
                SubjectPayload.of(it.subject()),
                it.value(),
                it.estimate().low(),
                it.estimate().high(),
                it.observedOn().date(),
                it.observedOn().precision().name(),
                it.key().source(),
                it.row(),
                best.evaluator().name(),
                best.address());
    }

    private Evidence of(IndicatorId id) {
        return Objects.requireNonNull(said.get(id), id::value);
    }
}
