package rubicon.ingest.automation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Result;
import rubicon.model.capabilityindex.AnchoredScale;
import rubicon.model.capabilityindex.CapabilityFit;
import rubicon.model.capabilityindex.CapabilityIndex;
import rubicon.model.capabilityindex.RankCorrelation;
import rubicon.model.capabilityindex.RawScore;
import rubicon.model.capabilityindex.Score;
import rubicon.model.capabilityindex.ScoreTable;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.Kind;
import rubicon.model.catalogue.View;
import rubicon.model.researchloop.Normalisation;
import rubicon.model.researchloop.Normalisation.Bounded;
import rubicon.model.stats.Range;
import rubicon.model.wire.CapabilityIndexPayload;
import rubicon.model.wire.CapabilityIndexPayload.BenchmarkPayload;
import rubicon.model.wire.CapabilityIndexPayload.LeftOutPayload;
import rubicon.model.wire.CapabilityIndexPayload.ModelPayload;
import rubicon.model.wire.CapabilityIndexPayload.PublishedPayload;
import rubicon.model.wire.CapabilityIndexPayload.RowPayload;
import rubicon.model.wire.CapabilityIndexPayload.ScalePayload;

/// The capability index from scores of the ledger, as it travels. Pure.
final class CapabilityPayloads {
    static final int FEWEST = 4;
    static final int DRAWS = 100;
    static final long SEED = 12_345;
    static final double LEVEL = 0.9;

    /// A ridge within the region in which Epoch calls results stable.
    static final double SOFT_RIDGE = 0.001;

    /// Epoch's scale has the first of the two that bear the name.
    private static final List<String> LOW =
            List.of("claude 3.5 sonnet (june 2024)", "claude 3.5 sonnet");

    private static final String HIGH = "gpt-5";
    private static final int FEW_MODELS = 10;

    private final Instant moment;
    private final Map<String, BenchmarkScores> used = new HashMap<>();
    private final Map<String, Result> published;
    private final IndicatorId publisher;
    private final List<LeftOutPayload> leftOut = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private final int named;

    private CapabilityPayloads(
            List<BenchmarkScores> benchmarks, BenchmarkScores published, Instant moment) {
        this.moment = moment;
        this.published = published.best();
        this.publisher = published.indicator().id();
        for (BenchmarkScores it : benchmarks) {
            Optional<BenchmarkScores> whole = benchmarks.stream().filter(it::isPartOf).findFirst();
            if (it.best().isEmpty()) {
                leftOut.add(leftOut(it, "no value of a model stands"));
            } else if (whole.isPresent()) {
                leftOut.add(
                        leftOut(it, "says what %s says".formatted(whole.get().indicator().id())));
            } else {
                used.put(it.indicator().id().value(), it);
            }
        }
        this.named =
                (int)
                        used.values().stream()
                                .flatMap(it -> it.best().keySet().stream())
                                .distinct()
                                .count();
    }

    /// Whether an indicator can enter: a bounded measurement of models, of which each has one
    /// value.
    static boolean isBenchmark(Indicator it) {
        return it.kind() == Kind.MEASUREMENT
                && it.view() == View.MODEL
                && it.identity() == Identity.SUBJECT
                && it.direction() == Direction.HIGHER
                && Normalisation.of(it) instanceof Bounded;
    }

    /// The index at a moment.
    ///
    /// @param benchmarks each of [#isBenchmark], by id
    /// @param published the index to hold the order against
    static CapabilityIndexPayload of(
            List<BenchmarkScores> benchmarks, BenchmarkScores published, Instant moment) {
        return new CapabilityPayloads(benchmarks, published, moment).payload();
    }

    private CapabilityIndexPayload payload() {
        List<RawScore> raw = new ArrayList<>();
        used.forEach((id, it) -> {
            Bounded bounds = bounds(it);
            it.best()
                    .forEach((model, best) ->
                            raw.add(
                                    new RawScore(
                                            model,
                                            id,
                                            best.value(),
                                            bounds.floor(),
                                            bounds.ceiling())));
        });
        Optional<ScoreTable> table = RawScore.tableIfAny(raw, FEWEST).map(ScoreTable::largestPart);
        if (table.isEmpty() || table.get().models().size() < 2) {
            reasons.add(
                    "Nothing can be fitted: of %d models on %d benchmarks fewer than two that can be compared have %d or more."
                            .formatted(named, used.size(), FEWEST));
            return nothing();
        }
        return fitted(table.get());
    }

    private CapabilityIndexPayload nothing() {
        return new CapabilityIndexPayload(
                moment, true, reasons, null, List.of(), List.of(), List.of(), leftOut(), named,
                null);
    }

    private CapabilityIndexPayload fitted(ScoreTable table) {
        String anchor = anchor(table);
        CapabilityFit fit = CapabilityIndex.fit(table, anchor, CapabilityIndex.RIDGE);
        CapabilityFit soft = CapabilityIndex.fit(table, anchor, SOFT_RIDGE);
        List<Double> capability = fit.placement().capability();
        if (capability.stream().distinct().count() < 2) {
            reasons.add("Nothing can be told: all models score the same.");
            return nothing();
        }
        Optional<AnchoredScale> points = points(table, capability);
        boolean anchored = points.isPresent();
        DoubleUnaryOperator shown = x -> points.map(it -> it.of(x)).orElse(x);
        List<Range> intervals = intervals(table, anchor, anchored);
        List<ModelPayload> models = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int m = 0; m < table.models().size(); m++) {
            String key = table.models().get(m);
            Result epoch = published.get(key);
            Range interval = intervals.get(m);
            boolean isKnown = Double.isFinite(interval.width());
            if (epoch != null) {
                ours.add(capability.get(m));
                theirs.add(epoch.value());
            }
            models.add(
                    new ModelPayload(
                            name(key),
                            developer(key),
                            shown.applyAsDouble(capability.get(m)),
                            isKnown ? interval.low() : null,
                            isKnown ? interval.high() : null,
                            count(table, it -> table.models().get(it.model()).equals(key)),
                            epoch == null ? null : epoch.value()));
        }
        models.sort(
                Comparator.comparingDouble(ModelPayload::capability)
                        .reversed()
                        .thenComparing(ModelPayload::model));
        Optional<Double> rank = RankCorrelation.spearman(ours, theirs);
        boolean thin = isThin(table, fit, anchored, ours.size());
        return new CapabilityIndexPayload(
                moment,
                thin,
                reasons,
                new ScalePayload(
                        anchored ? "POINTS" : "LOGITS",
                        anchored ? lower(table).map(this::name).orElse(null) : null,
                        anchored ? name(HIGH) : null,
                        anchor,
                        CapabilityIndex.RIDGE,
                        SOFT_RIDGE,
                        RankCorrelation.spearman(capability, soft.placement().capability())
                                .orElse(null),
                        FEWEST,
                        LEVEL,
                        DRAWS,
                        SEED),
                models,
                benchmarks(table, fit, shown),
                rows(table),
                leftOut(),
                named - table.models().size(),
                rank.map(it -> new PublishedPayload(publisher.value(), it, ours.size()))
                        .orElse(null));
    }

    /// Says what is to be known before a number is quoted.
    private boolean isThin(ScoreTable table, CapabilityFit fit, boolean anchored, int shared) {
        int models = table.models().size();
        int parameters = models + 2 * table.benchmarks().size() - 1;
        boolean thin = false;
        if (table.scores().size() < 2 * parameters) {
            thin = true;
            reasons.add(
                    "Thin: %d scores for %d parameters (%d models, %d benchmarks); Epoch AI's own table has 1,324 for 254."
                            .formatted(
                                    table.scores().size(),
                                    parameters,
                                    models,
                                    table.benchmarks().size()));
        }
        if (models < FEW_MODELS) {
            thin = true;
            reasons.add("Thin: only %d models have %d benchmarks.".formatted(models, FEWEST));
        }
        if (shared < FEW_MODELS) {
            thin = true;
            reasons.add(
                    "Only %d of these models are in %s: the rank correlation says little."
                            .formatted(shared, publisher));
        }
        if (!anchored) {
            reasons.add(
                    "No points: Claude 3.5 Sonnet (130) and GPT-5 (150) are not both among the models, or stand the wrong way round. Numbers are logits above the difficulty of the anchor.");
        }
        if (!fit.atBound().isEmpty()) {
            reasons.add(
                    "The slope of %s stands at a bound: it hardly tells models apart, or contradicts the others."
                            .formatted(
                                    String.join(
                                            ", ",
                                            fit.atBound().stream()
                                                    .map(table.benchmarks()::get)
                                                    .toList())));
        }
        return thin;
    }

    /// Epoch's anchor, else the benchmark with most models, the first of equals.
    private static String anchor(ScoreTable table) {
        if (table.benchmarks().contains(CapabilityIndex.ANCHOR)) {
            return CapabilityIndex.ANCHOR;
        }
        return table.benchmarks().stream()
                .max(
                        Comparator.<String>comparingInt(b ->
                                        count(
                                                table,
                                                it ->
                                                        table.benchmarks()
                                                                .get(it.benchmark())
                                                                .equals(b)))
                                .thenComparing(Comparator.<String>reverseOrder()))
                .orElseThrow();
    }

    /// Epoch's scale; empty where its two models are not both there, in that order.
    private static Optional<AnchoredScale> points(ScoreTable table, List<Double> capability) {
        Optional<String> lower = lower(table);
        if (lower.isEmpty() || !table.models().contains(HIGH)) {
            return Optional.empty();
        }
        double low = capability.get(table.model(lower.get()));
        double high = capability.get(table.model(HIGH));
        return low < high ? Optional.of(AnchoredScale.through(low, high)) : Optional.empty();
    }

    private static Optional<String> lower(ScoreTable table) {
        return LOW.stream().filter(table.models()::contains).findFirst();
    }

    private static List<Range> intervals(ScoreTable table, String anchor, boolean anchored) {
        double ridge = CapabilityIndex.RIDGE;
        return anchored
                ? CapabilityIndex.intervals(
                        table, anchor, ridge, lower(table).orElseThrow(), HIGH, DRAWS, SEED, LEVEL)
                : CapabilityIndex.intervals(table, anchor, ridge, DRAWS, SEED, LEVEL);
    }

    private List<BenchmarkPayload> benchmarks(
            ScoreTable table, CapabilityFit fit, DoubleUnaryOperator shown) {
        List<BenchmarkPayload> benchmarks = new ArrayList<>();
        for (int b = 0; b < table.benchmarks().size(); b++) {
            String id = table.benchmarks().get(b);
            BenchmarkScores it = Objects.requireNonNull(used.get(id));
            int place = b;
            benchmarks.add(
                    new BenchmarkPayload(
                            id,
                            it.indicator().title(),
                            shown.applyAsDouble(fit.placement().difficulty().get(b)),
                            fit.placement().slope().get(b),
                            fit.atBound().contains(b),
                            count(table, score -> score.benchmark() == place),
                            bounds(it).floor(),
                            bounds(it).ceiling()));
        }
        benchmarks.sort(
                Comparator.comparingDouble(BenchmarkPayload::difficulty)
                        .reversed()
                        .thenComparing(BenchmarkPayload::indicator));
        return benchmarks;
    }

    private List<RowPayload> rows(ScoreTable table) {
        return table.scores().stream()
                .map(it -> {
                    String id = table.benchmarks().get(it.benchmark());
                    String key = table.models().get(it.model());
                    Result row =
                            Objects.requireNonNull(
                                    Objects.requireNonNull(used.get(id)).best().get(key));
                    return new RowPayload(
                            name(key),
                            id,
                            row.value(),
                            it.value(),
                            row.observedOn().date(),
                            row.key().source(),
                            row.row());
                })
                .sorted(
                        Comparator.comparing(RowPayload::model)
                                .thenComparing(RowPayload::indicator))
                .toList();
    }

    private List<LeftOutPayload> leftOut() {
        return leftOut.stream().sorted(Comparator.comparing(LeftOutPayload::indicator)).toList();
    }

    /// The model's name as the first benchmark that has it writes it.
    private String name(String key) {
        return BenchmarkScores.name(subject(key).subject().model());
    }

    private @Nullable String developer(String key) {
        return used.values().stream()
                .sorted(Comparator.comparing(it -> it.indicator().id()))
                .map(it -> it.best().get(key))
                .filter(Objects::nonNull)
                .map(it -> it.subject().developer())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private Result subject(String key) {
        return used.values().stream()
                .sorted(Comparator.comparing(it -> it.indicator().id()))
                .map(it -> it.best().get(key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static Bounded bounds(BenchmarkScores it) {
        return (Bounded) Normalisation.of(it.indicator());
    }

    private static LeftOutPayload leftOut(BenchmarkScores it, String reason) {
        return new LeftOutPayload(it.indicator().id().value(), reason);
    }

    private static int count(ScoreTable table, java.util.function.Predicate<Score> which) {
        return (int) table.scores().stream().filter(which).count();
    }
}
