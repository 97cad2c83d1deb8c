package rubicon.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rubicon.ingest.catalogue.IndicatorVersions.Written;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Categories;
import rubicon.model.catalogue.Category;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Export;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.HumanBaseline;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.Kind;
import rubicon.model.catalogue.NoiseCeiling;
import rubicon.model.catalogue.ReferenceLine;
import rubicon.model.catalogue.Scale;
import rubicon.model.catalogue.Strength;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.catalogue.View;
import rubicon.model.wire.ViewPayload;

/// The catalogue that comes with Rubicon.
class BuiltInCatalogueTest {
    private static final List<String> IDS =
            """
                agents-per-researcher
                ai-rd-evals-retired-12m
                ai-written-code-share-anthropic
                algotune-harmonic
                anthropic-eci
                anthropic-kernel-speedup-hard
                anthropic-novel-compiler
                anthropic-rd-al3-share
                anthropic-rd-al4-share
                anthropic-suite-2
                arrival-probability-2027
                arrival-probability-2028
                automated-coder-median-year
                automated-rd-funding
                automation-index
                autoresearch-kept-share
                autoresearch-val-bpb
                cobench-anthropic
                core-bench-hard-hal
                core-bench-hard-reported
                cpu-llm-training-speedup-fixed-cpu
                cpu-llm-training-speedup-printed
                cross-domain-horizon-swe-bench-verified
                deepresearch-bench
                drop-in-share-anthropic
                ecdsa-circuit-score
                enwik9-hutter-bytes
                epoch-capabilities-index
                erdos-ai-assisted
                erdos-ai-yield
                erdos-solved
                forecast-100h-by-2026-end
                forecast-100h-date
                forecast-horizon-doublings
                forecast-hundred-hours-2026
                forecast-sixty-by-2028
                frontier-release-interval
                frontiermath-open-ai-solved
                frontiermath-private
                frontiermath-tier-4-private
                grb-gdm
                gso-opt1-any
                gso-opt1-clean
                horizon-p50-own-runs
                horizon-p50-reported
                horizon-p50-reported-cheating-counted
                kernelbench-faster-share
                matmul-omega
                metr-horizon-p50
                metr-horizon-p50-v1-0
                metr-horizon-p80
                metr-horizon-p80-v1-0
                metr-suite-score
                mle-bench-30-openai
                mle-bench-all-any
                mle-bench-all-clean
                mle-bench-revised-openai
                monorepo-bench-openai
                nanochat-time-to-gpt2
                nanogpt-ai-gain-share-12m
                nanogpt-largest-ai-step
                nanogpt-speedrun-time
                openai-proof-qa
                openai-research-debugging
                paperbench-10-openai
                posttrainbench-avg
                posttrainbench-human-share
                re-bench-normalised-gdm
                rubicon-capability-index
                s-curve-steep-count
                self-improvement-claims-12m
                swe-bench-bash-only
                swe-bench-bash-only-cost
                swe-bench-full
                swe-bench-hard-subset-anthropic
                swe-bench-verified-epoch
                swe-bench-verified-leaderboard
                swe-bench-verified-reported
                terminal-bench-v1
                trimul-kernel-time-a100
                trimul-kernel-time-b200
                trimul-kernel-time-h100
                trimul-kernel-time-mi300x
                uplift-rct-time-change
                uplift-self-reported-anthropic
                weirdml
            """
                    .lines()
                    .map(String::strip)
                    .toList();

    private final Catalogue catalogue = new CatalogueFiles(Optional::empty).catalogue();
    private final Categories categories =
            CategoryService.read(CategoryService.entries(), catalogue);

    BuiltInCatalogueTest() throws IOException {}

    @Test
    void holdsExactlyTheIndicatorsThatItPromises() {
        assertThat(catalogue.indicators().keySet())
                .extracting(IndicatorId::value)
                .containsExactlyElementsOf(IDS);
    }

    @Test
    void everyEntryTellsAReaderWhatItIsAndWhereItComesFrom() {
        assertThat(catalogue.indicators().values())
                .allSatisfy(it -> {
                    assertThat(it.description()).as(it.id().value()).hasSizeBetween(100, 1_200);
                    assertThat(it.description().split("[.!?] ").length)
                            .as("sentences of %s", it.id())
                            .isBetween(2, 8);
                    assertThat(it.citation()).as(it.id().value()).isNotBlank();
                    assertThat(it.sources())
                            .as(it.id().value())
                            .isNotEmpty()
                            .doesNotHaveDuplicates();
                    assertThat(it.title()).as(it.id().value()).isNotEqualTo(it.id().value());
                });
        assertThat(
                        catalogue.indicators().values().stream()
                                .map(Indicator::title)
                                .collect(Collectors.toSet()))
                .as("titles tell entries apart")
                .hasSize(IDS.size());
    }

    /// Who quotes or copies must know what may be done with it, and whom to name.
    @Test
    void everyEntrySaysUnderWhichLicenceAndWhomToName() {
        assertThat(catalogue.indicators().values())
                .allSatisfy(it -> {
                    assertThat(it.licence().id()).as(it.id().value()).isNotBlank();
                    assertThat(it.licence().export()).as(it.id().value()).isNotNull();
                    assertThat(it.sources()).as(it.id().value()).allMatch(s -> !s.isBlank());
                    assertThat(it.citation()).as(it.id().value()).hasSizeBetween(15, 400);
                });
    }

    /// What people reach, or why nobody can say: silence would look like an oversight.
    @Test
    void everyEntryHasAHumanBaselineOrSaysWhyNot() throws IOException {
        for (Written it : new CatalogueFiles(Optional::empty).read().values()) {
            String id = it.indicator().id().value();
            var baseline = Objects.requireNonNull(it.payload().humanBaseline(), id);
            if (it.indicator().humanBaseline() == null) {
                assertThat(baseline.none()).as(id).hasSizeBetween(15, 200);
            } else {
                assertThat(baseline.source()).as(id).isNotBlank();
                assertThat(baseline.none()).as(id).isNull();
            }
        }
    }

    @Test
    void everyLevelOfAbstractionHasEntriesAndSaysWhatItLacks() throws IOException {
        for (ViewPayload level : levels()) {
            View view = View.valueOf(Objects.requireNonNull(level.id()));
            assertThat(catalogue.indicators().values())
                    .as(level.id())
                    .anyMatch(it -> it.view() == view);
            assertThat(level.missing()).as(level.id()).isNotEmpty();
        }
    }

    @Test
    void variantsAreNamedFromBothSides() {
        for (Indicator it : catalogue.indicators().values()) {
            for (IndicatorId variant : it.variants()) {
                assertThat(variant).isNotEqualTo(it.id());
                assertThat(catalogue.find(variant))
                        .as("%s, variant of %s", variant, it.id())
                        .hasValueSatisfying(
                                other -> assertThat(other.variants()).contains(it.id()));
            }
        }
    }

    @Test
    void ceilingsBaselinesAndLinesLieInsideTheBoundsAndHaveASource() {
        for (Indicator it : catalogue.indicators().values()) {
            NoiseCeiling ceiling = it.noiseCeiling();
            if (ceiling != null) {
                assertThat(it.bounds().contains(ceiling.value())).as(it.id().value()).isTrue();
                assertThat(ceiling.source()).isNotBlank();
            }
            HumanBaseline baseline = it.humanBaseline();
            if (baseline != null) {
                assertThat(it.bounds().contains(baseline.value())).as(it.id().value()).isTrue();
                assertThat(baseline.source()).isNotBlank();
            }
            for (ReferenceLine line : it.lines()) {
                assertThat(it.bounds().contains(line.value())).as(it.id().value()).isTrue();
                assertThat(line.source()).isNotBlank();
            }
        }
    }

    /// Who sources the first one mends docs/methods/saturation.md and the rule benchmark-spent,
    /// which say that there is none.
    @Test
    void noCeilingIsClaimedAsTheMethodsPageSays() {
        assertThat(catalogue.indicators().values())
                .allSatisfy(it -> assertThat(it.noiseCeiling()).as(it.id().value()).isNull());
    }

    @Test
    void onlyWhatMovesGoesStale() {
        assertThat(catalogue.indicators().values())
                .allSatisfy(it -> {
                    if (it.feed() == Feed.LIVE) {
                        assertThat(it.staleAfter())
                                .as(it.id().value())
                                .isGreaterThan(Duration.ofDays(1));
                    } else if (it.feed() != Feed.OWN) {
                        assertThat(it.staleAfter()).as(it.id().value()).isNull();
                    }
                });
    }

    @Test
    void logarithmsAndLogitsAreOnlyTakenWhereTheyExist() {
        assertThat(catalogue.indicators().values())
                .allSatisfy(it -> {
                    if (it.scale() == Scale.LOG) {
                        assertThat(it.bounds().contains(-1)).as(it.id().value()).isFalse();
                        assertThat(it.bounds().contains(0)).as(it.id().value()).isFalse();
                    } else if (it.scale() == Scale.LOGIT) {
                        assertThat(it.bounds().low()).as(it.id().value()).isEqualTo(0.0);
                        assertThat(it.bounds().high()).as(it.id().value()).isIn(1.0, 100.0);
                    }
                });
    }

    @Test
    void whatIsComputedHereIsCalledOwnAndForecastsAreNothingElse() {
        for (Indicator it : catalogue.indicators().values()) {
            if (it.licence().export() == Export.OWN) {
                assertThat(it.feed()).as(it.id().value()).isEqualTo(Feed.OWN);
            }
            if (it.kind() == Kind.FORECAST) {
                assertThat(it.feed()).as(it.id().value()).isEqualTo(Feed.OWN);
                assertThat(it.direction()).as(it.id().value()).isNotEqualTo(Direction.NONE);
            }
        }
    }

    @Test
    void trendsAreCutByOneAnotherOnlyInTheSameUnit() {
        for (Indicator it : catalogue.indicators().values()) {
            TrendWindow trend = it.trend();
            if (trend != null && trend.cutBy() != null) {
                assertThat(catalogue.find(trend.cutBy()).orElseThrow().unit()).isEqualTo(it.unit());
            }
        }
    }

    @Test
    void thereAreTenCategories() {
        assertThat(categories.list())
                .extracting(it -> it.id().value())
                .containsExactly(
                        "bug-fixes",
                        "supporting-structures",
                        "automated-experiments",
                        "closed-loop-optimisation",
                        "chip-design",
                        "supercomputer-layout",
                        "data-cleaning-ordering",
                        "synthetic-data",
                        "surfacing-ideas",
                        "qualitative-research");
        assertThat(categories.list())
                .filteredOn(it -> it.strength() == Strength.NONE)
                .extracting(it -> it.id().value())
                .containsExactly("chip-design", "supercomputer-layout", "data-cleaning-ordering");
    }

    /// What an entry says of its categories and what the categories say of their indicators is the
    /// same; indices over all categories are no evidence for any of them.
    @Test
    void categoriesAndIndicatorsNameEachOther() {
        for (Category category : categories.list()) {
            String id = category.id().value();
            Set<String> speaking =
                    catalogue.indicators().values().stream()
                            .filter(it -> it.kind() != Kind.INDEX)
                            .filter(it -> it.categories().contains(id))
                            .map(it -> it.id().value())
                            .collect(Collectors.toCollection(TreeSet::new));
            assertThat(named(category)).as(id).isEqualTo(speaking);
        }
    }

    @Test
    void onlyWhatHasAnEndIsCounted() {
        for (Category category : categories.list()) {
            for (Category.Counted counted : category.counted()) {
                Indicator it = catalogue.find(counted.indicator()).orElseThrow();
                boolean bounded = it.bounds().low() != null && it.bounds().high() != null;
                HumanBaseline baseline = it.humanBaseline();
                assertThat(bounded || baseline != null)
                        .as("%s in %s", it.id(), category.id())
                        .isTrue();
                assertThat(it.feed()).as(it.id().value()).isNotEqualTo(Feed.EMPTY);
            }
        }
    }

    @Test
    void noEntryIsCountedAtFullWeightInTwoCategories() {
        Set<IndicatorId> full = new HashSet<>();
        categories.list().stream()
                .flatMap(it -> it.counted().stream())
                .filter(it -> it.weight() == 1)
                .forEach(it -> assertThat(full.add(it.indicator())).as("%s", it).isTrue());
    }

    /// Silence is asked of one entry for each source, after as many days as that entry tolerates.
    @Test
    void everySourceWhoseValuesGrowStaleIsWatchedForSilence() throws IOException {
        Set<String> watched = new TreeSet<>();
        for (JsonNode each : rule("watched-source-silent").path("each")) {
            Indicator it = catalogue.find(each.path("indicator").asText()).orElseThrow();
            watched.add(it.sources().getFirst());
            assertThat(it.staleAfter())
                    .as(it.id().value())
                    .isEqualTo(Duration.ofDays(each.at("/severities/0/fire").asLong()));
        }

        Set<String> growingStale =
                catalogue.indicators().values().stream()
                        .filter(it -> it.staleAfter() != null)
                        .map(it -> it.sources().getFirst())
                        // What the house computes itself is asked of its inputs.
                        .filter(it -> !it.startsWith("rubicon"))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(watched).isEqualTo(growingStale);
    }

    private static JsonNode rule(String family) throws IOException {
        String file = "/rules/%s.yaml".formatted(family);
        try (InputStream in = BuiltInCatalogueTest.class.getResourceAsStream(file)) {
            return new YAMLMapper().readTree(Objects.requireNonNull(in, file));
        }
    }

    private static List<ViewPayload> levels() throws IOException {
        try (InputStream in = BuiltInCatalogueTest.class.getResourceAsStream("/views.yaml")) {
            return ViewService.read(Objects.requireNonNull(in));
        }
    }

    private static Set<String> named(Category category) {
        return Stream.concat(
                        category.counted().stream().map(Category.Counted::indicator),
                        category.shown().stream().map(Category.Shown::indicator))
                .map(IndicatorId::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
