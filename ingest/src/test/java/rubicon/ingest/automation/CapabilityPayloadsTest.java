package rubicon.ingest.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import rubicon.ingest.catalogue.BuiltInCatalogue;
import rubicon.model.analysis.Result;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Subject;
import rubicon.model.stats.Logistic;
import rubicon.model.wire.CapabilityIndexPayload;
import rubicon.model.wire.CapabilityIndexPayload.ModelPayload;

/// The capability index over scores that follow a known order of models, and over too few.
class CapabilityPayloadsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");
    private static final List<String> BENCHMARKS =
            List.of(
                    "swe-bench-bash-only",
                    "terminal-bench-v1",
                    "weirdml",
                    "deepresearch-bench",
                    "frontiermath-private",
                    "mle-bench-all-clean");

    private final Catalogue catalogue;

    CapabilityPayloadsTest() throws IOException {
        catalogue = BuiltInCatalogue.read();
    }

    @Test
    void modelsStandInTheOrderThatTheirScoresFollow() {
        var index = index(models(30), ability -> 130 + 10 * ability);

        assertThat(index.models().getFirst().model()).isEqualTo("Model 29");
        assertThat(index.models().getLast().model()).isEqualTo("Model 0");
        assertThat(Objects.requireNonNull(index.published()).rank()).isCloseTo(1, within(1e-12));
        assertThat(index.published().models()).isEqualTo(30);
        assertThat(index.benchmarks().getFirst().indicator())
                .as("the hardest")
                .isEqualTo(BENCHMARKS.getLast());
        assertThat(index.rows()).hasSize(30 * BENCHMARKS.size());
        assertThat(index.thin()).isFalse();
        assertThat(index.modelsLeftOut()).isZero();
        for (ModelPayload it : index.models()) {
            if (it.low() != null && it.high() != null) {
                assertThat(it.low()).isLessThan(it.high());
            }
        }
    }

    @Test
    void theScaleIsEpochsWhereBothItsModelsAreThere() {
        Map<String, Double> models = models(12);
        models.put("Claude 3.5 Sonnet", -0.4);
        models.put("GPT-5", 1.4);
        var index = index(models, ability -> ability);

        assertThat(Objects.requireNonNull(index.scale()).unit()).isEqualTo("POINTS");
        assertThat(model(index, "Claude 3.5 Sonnet").capability()).isCloseTo(130, within(1e-9));
        assertThat(model(index, "GPT-5").capability()).isCloseTo(150, within(1e-9));
        assertThat(model(index, "GPT-5").low()).isCloseTo(150, within(1e-9));
        assertThat(Objects.requireNonNull(index(models(12), x -> x).scale()).unit())
                .isEqualTo("LOGITS");
    }

    @Test
    void howHardAModelThinksIsHowItWasRun() {
        assertThat(BenchmarkScores.key("GPT-5  (High)")).isEqualTo("gpt-5");
        assertThat(BenchmarkScores.key("Claude Opus 4 (16K thinking)")).isEqualTo("claude opus 4");
        assertThat(BenchmarkScores.key("Claude 3.5 Sonnet (June 2024)"))
                .as("another model")
                .isEqualTo("claude 3.5 sonnet (june 2024)");
        Indicator indicator = catalogue.find("weirdml").orElseThrow();
        var scores =
                BenchmarkScores.of(
                        indicator,
                        List.of(
                                result(indicator.id(), "GPT-5 (low)", 40),
                                result(indicator.id(), "GPT-5 (high)", 60),
                                result(indicator.id(), "GPT-5", 50)));
        assertThat(scores.best()).containsOnlyKeys("gpt-5");
        assertThat(Objects.requireNonNull(scores.best().get("gpt-5")).value()).isEqualTo(60);
    }

    /// Same rows in any order: the same bytes; and the seed repeats the intervals.
    @Test
    void theOrderOfBenchmarksDoesNotMatter() {
        List<BenchmarkScores> scores = new ArrayList<>(scores(models(8)));
        var published = published(models(8), x -> x);
        var before = CapabilityPayloads.of(scores, published, NOW);
        for (int run = 0; run < 5; run++) {
            Collections.shuffle(scores, new Random(run));
            assertThat(CapabilityPayloads.of(scores, published, NOW)).isEqualTo(before);
        }
    }

    @Test
    void tooThinAnOverlapIsTold() {
        var few = index(models(4), x -> x);
        assertThat(few.thin()).isTrue();
        assertThat(few.reasons())
                .anyMatch(it -> it.startsWith("Thin: only 4 models"))
                .anyMatch(it -> it.startsWith("Only 4 of these models are in"))
                .anyMatch(it -> it.startsWith("No points: "));

        // Three benchmarks are one too few for any model.
        var none =
                CapabilityPayloads.of(
                        scores(models(9)).subList(0, 3), published(Map.of(), x -> x), NOW);
        assertThat(none.scale()).isNull();
        assertThat(none.models()).isEmpty();
        assertThat(none.modelsLeftOut()).isEqualTo(9);
        assertThat(none.reasons()).singleElement().asString().startsWith("Nothing can be fitted");
    }

    @Test
    void whatAVariantSaysTooIsCountedOnce() {
        List<BenchmarkScores> scores = new ArrayList<>(scores(models(8)));
        BenchmarkScores clean = scores.getLast();
        Indicator any = catalogue.find("mle-bench-all-any").orElseThrow();
        scores.add(new BenchmarkScores(any, clean.best()));

        var index = CapabilityPayloads.of(scores, published(Map.of(), x -> x), NOW);

        assertThat(index.leftOut())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.indicator()).isEqualTo("mle-bench-all-any");
                    assertThat(it.reason()).isEqualTo("says what mle-bench-all-clean says");
                });
    }

    @Test
    void anIndexOrAShareIsNoBenchmark() {
        assertThat(
                        List.of(
                                        "automation-index",
                                        "epoch-capabilities-index",
                                        "posttrainbench-human-share",
                                        "metr-horizon-p50",
                                        "anthropic-rd-al4-share")
                                .stream()
                                .filter(it -> isBenchmark(it)))
                .isEmpty();
        assertThat(BENCHMARKS).allMatch(this::isBenchmark);
    }

    private boolean isBenchmark(String id) {
        return CapabilityPayloads.isBenchmark(catalogue.find(id).orElseThrow());
    }

    private static ModelPayload model(CapabilityIndexPayload index, String name) {
        return index.models().stream()
                .filter(it -> it.model().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Double> models(int count) {
        Map<String, Double> models = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            models.put("Model " + i, -2 + 4.0 * i / count);
        }
        return models;
    }

    private CapabilityIndexPayload index(
            Map<String, Double> models, Function<Double, Double> published) {
        return CapabilityPayloads.of(scores(models), published(models, published), NOW);
    }

    private List<BenchmarkScores> scores(Map<String, Double> models) {
        List<BenchmarkScores> scores = new ArrayList<>();
        for (int b = 0; b < BENCHMARKS.size(); b++) {
            double difficulty = -1 + 2.0 * b / BENCHMARKS.size();
            Indicator indicator = catalogue.find(BENCHMARKS.get(b)).orElseThrow();
            scores.add(
                    scores(
                            indicator,
                            models,
                            ability -> 100 * Logistic.of(1.5 * (ability - difficulty))));
        }
        return scores;
    }

    private BenchmarkScores published(
            Map<String, Double> models, Function<Double, Double> published) {
        return scores(catalogue.find("epoch-capabilities-index").orElseThrow(), models, published);
    }

    private static BenchmarkScores scores(
            Indicator indicator, Map<String, Double> models, Function<Double, Double> value) {
        return BenchmarkScores.of(
                indicator,
                models.entrySet().stream()
                        .map(it -> result(indicator.id(), it.getKey(), value.apply(it.getValue())))
                        .toList());
    }

    private static Result result(IndicatorId indicator, String model, double value) {
        return new Result(
                model,
                new Subject(model, null, null, null, Actor.AI),
                ObservedOn.day(LocalDate.of(2026, 1, 1)),
                Estimate.of(value),
                null,
                null,
                new ObservationKey("s", indicator, model),
                indicator + " " + model,
                1,
                NOW,
                NOW,
                NOW);
    }
}
