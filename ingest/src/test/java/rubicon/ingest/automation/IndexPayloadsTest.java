package rubicon.ingest.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rubicon.ingest.catalogue.BuiltInCatalogue;
import rubicon.ingest.testing.BuiltInFacts;
import rubicon.model.analysis.SeriesReading;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Categories;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Evaluator;
import rubicon.model.wire.AutomationIndexPayload;
import rubicon.model.wire.AutomationIndexPayload.CategoryReadingPayload;
import rubicon.model.wire.AutomationIndexPayload.ContributionPayload;

/// The automation index over the facts that come with Rubicon, as the world could know them.
class IndexPayloadsTest {
    private static final double NEAR = 1e-9;

    private final Categories categories;
    private final Catalogue catalogue;
    private final Map<IndicatorId, List<Statement>> statements;

    IndexPayloadsTest() throws IOException {
        catalogue = BuiltInCatalogue.read();
        categories = BuiltInCatalogue.categories(catalogue);
        statements = BuiltInFacts.statements(catalogue);
    }

    @Test
    void everyNumberFollowsFromThoseThatAreToldBesideIt() {
        AutomationIndexPayload index = at(BuiltInFacts.NOW);

        // The harmonic mean of the scores, by hand.
        double inverse = 0;
        double arithmetic = 0;
        for (CategoryReadingPayload it : index.categories()) {
            double score = Objects.requireNonNull(it.score());
            inverse += 1 / score / 10;
            arithmetic += score / 10;
        }
        double value = Objects.requireNonNull(index.value());
        assertThat(value).isCloseTo(1 / inverse, within(NEAR));
        assertThat(index.arithmetic()).isCloseTo(arithmetic, within(NEAR));
        double weak = 0;
        for (CategoryReadingPayload it : index.categories()) {
            double elasticity = Objects.requireNonNull(it.elasticity());
            assertThat(elasticity)
                    .isCloseTo(value / Objects.requireNonNull(it.score()) / 10, within(NEAR));
            weak += elasticity * (it.imputed() ? 1 : weakShare(it));
            if (!it.imputed()) {
                assertThat(it.score()).isCloseTo(score(it), within(NEAR));
            }
        }
        assertThat(Objects.requireNonNull(index.rests()).weak()).isCloseTo(weak, within(NEAR));
        assertThat(index.evidence()).isEqualTo("INSUFFICIENT");
    }

    @Test
    void itsHistoryNeverLooksAhead() {
        AutomationIndexPayload before = at(Instant.parse("2024-01-01T00:00:00Z"));
        AutomationIndexPayload after = at(Instant.parse("2025-12-31T00:00:00Z"));
        AutomationIndexPayload now = at(BuiltInFacts.NOW);

        assertThat(before.categories())
                .flatExtracting(CategoryReadingPayload::contributions)
                .allMatch(
                        it -> !it.best().observedOn().isAfter(java.time.LocalDate.of(2024, 1, 1)));
        assertThat(Objects.requireNonNull(after.value()))
                .isLessThan(Objects.requireNonNull(now.value()));
    }

    @Test
    void theOrderInWhichIndicatorsAreReadDoesNotMatter() {
        AutomationIndexPayload before = at(BuiltInFacts.NOW);
        for (int run = 0; run < 10; run++) {
            List<Map.Entry<IndicatorId, Evidence>> said =
                    new ArrayList<>(said(BuiltInFacts.NOW).entrySet());
            Collections.shuffle(said, new Random(run));
            Map<IndicatorId, Evidence> shuffled = new LinkedHashMap<>();
            said.forEach(it -> shuffled.put(it.getKey(), it.getValue()));
            assertThat(IndexPayloads.of(categories, shuffled, BuiltInFacts.NOW)).isEqualTo(before);
        }
    }

    @Test
    void nothingKnownIsNoIndexAndNamesWhatWouldCount() {
        Map<IndicatorId, Evidence> nothing = new HashMap<>();
        said(BuiltInFacts.NOW)
                .forEach((id, it) ->
                        nothing.put(id, new Evidence(it.indicator(), Optional.empty())));
        AutomationIndexPayload index = IndexPayloads.of(categories, nothing, BuiltInFacts.NOW);

        assertThat(index.evidence()).isEqualTo("NONE");
        assertThat(index.value()).isNull();
        assertThat(index.categories()).hasSize(10).allMatch(CategoryReadingPayload::imputed);
        assertThat(index.categories().getFirst().shown())
                .filteredOn(it -> it.reason().equals("it would count, and nothing stands"))
                .hasSize(3);
    }

    private static double score(CategoryReadingPayload it) {
        double logit = 0;
        double weights = 0;
        for (ContributionPayload each : it.contributions()) {
            double held = Math.clamp(each.saturation(), 0.01, 0.99);
            double weight = each.catalogueWeight() * each.freshness() * each.independence();
            logit += weight * Math.log(held / (1 - held));
            weights += weight;
        }
        return 1 / (1 + Math.exp(-logit / weights));
    }

    private static double weakShare(CategoryReadingPayload it) {
        return it.contributions().stream()
                .filter(each -> each.stale() || each.firstParty())
                .mapToDouble(ContributionPayload::share)
                .sum();
    }

    private AutomationIndexPayload at(Instant moment) {
        return IndexPayloads.of(categories, said(moment), moment);
    }

    private Map<IndicatorId, Evidence> said(Instant moment) {
        Map<IndicatorId, Evidence> said = new HashMap<>();
        categories
                .list()
                .forEach(category -> {
                    category.counted()
                            .forEach(it -> said.put(it.indicator(), of(it.indicator(), moment)));
                    category.shown()
                            .forEach(it -> said.put(it.indicator(), of(it.indicator(), moment)));
                });
        return said;
    }

    private Evidence of(IndicatorId id, Instant moment) {
        Indicator indicator = catalogue.find(id).orElseThrow();
        List<Statement> known =
                statements.getOrDefault(id, List.of()).stream()
                        .filter(it -> !it.recordedAt().isAfter(moment))
                        .toList();
        Standing clean =
                Standing.of(indicator, IndicatorLedger.of(known).histories())
                        .read(SeriesReading.CLEAN);
        return new Evidence(
                indicator,
                clean.best().map(it -> new Evidence.Best(it, Evaluator.OTHER, null, it.knownAt())));
    }
}
