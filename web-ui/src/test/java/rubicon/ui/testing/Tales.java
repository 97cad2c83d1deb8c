package rubicon.ui.testing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.ForecastEntryPayload;
import rubicon.model.wire.ForecastEntryPayload.IntervalPayload;
import rubicon.model.wire.ForecastEntryPayload.QuantilePayload;
import rubicon.model.wire.ForecastEntryPayload.ResolutionPayload;
import rubicon.model.wire.MilestonePayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.PolicyThresholdPayload.DeterminationPayload;
import rubicon.model.wire.PolicyThresholdPayload.NumericLinePayload;

/// Entries of the chronicle as the ingest service answers them, with what a test does not care
/// about filled in.
public final class Tales {
    private Tales() {}

    public static MilestonePayload milestone(
            String id, String date, String kind, List<String> categories, List<String> indicators) {
        return milestone(id, date, "DAY", kind, categories, indicators, 1, false);
    }

    public static MilestonePayload milestone(
            String id,
            String date,
            String precision,
            String kind,
            List<String> categories,
            List<String> indicators,
            int revision,
            boolean withdrawn) {
        return new MilestonePayload(
                id,
                "a-source",
                LocalDate.parse(date),
                precision,
                "Who did " + id,
                "What happened with " + id + ".",
                kind,
                categories,
                indicators,
                null,
                null,
                "The document of " + id,
                "page 3",
                "https://example.org/" + id,
                null,
                withdrawn,
                null,
                Wire.RECORDED,
                revision,
                Wire.RECORDED);
    }

    public static PolicyThresholdPayload threshold(
            String id,
            String status,
            @Nullable String supersededBy,
            List<NumericLinePayload> lines,
            List<DeterminationPayload> determinations) {
        return new PolicyThresholdPayload(
                id,
                "a-source",
                "A lab",
                "Its framework",
                status.equals("SUPERSEDED") ? "v1" : "v2",
                "Level " + id,
                "What the model would do.",
                lines,
                lines.stream().map(NumericLinePayload::indicator).toList(),
                LocalDate.of(2025, 5, 1),
                "MONTH",
                status,
                supersededBy,
                determinations,
                "The card",
                null,
                null,
                "Its text is not held.",
                Wire.RECORDED,
                1,
                Wire.RECORDED);
    }

    public static NumericLinePayload line(String indicator, String op, double value) {
        return new NumericLinePayload(indicator, op, value, "below it ruled out");
    }

    public static DeterminationPayload determination(String model, String date, String status) {
        return new DeterminationPayload(
                model,
                LocalDate.parse(date),
                "DAY",
                status,
                "a staff survey",
                "Its card",
                null,
                null);
    }

    /// A forecast in words, due on a day if one is given.
    public static ForecastEntryPayload forecast(
            String id, @Nullable String indicator, @Nullable String due) {
        return forecast(id, indicator, due, null, null, null, null, null);
    }

    public static ForecastEntryPayload probability(
            String id, double probability, String due, @Nullable String outcome) {
        ResolutionPayload resolution =
                outcome == null
                        ? null
                        : new ResolutionPayload(
                                outcome,
                                LocalDate.parse(due),
                                null,
                                null,
                                "Who says so",
                                null,
                                null);
        return forecast(id, null, due, probability, null, null, null, resolution);
    }

    public static ForecastEntryPayload value(
            String id, String indicator, String due, double value) {
        return forecast(id, indicator, due, null, value, null, null, null);
    }

    public static ForecastEntryPayload days(
            String id, String indicator, String p10, String p50, String p90) {
        return forecast(
                id,
                indicator,
                null,
                null,
                null,
                List.of(quantile(0.1, p10), quantile(0.5, p50), quantile(0.9, p90)),
                null,
                null);
    }

    public static ForecastEntryPayload interval(
            String id, String indicator, String due, double low, double high) {
        return forecast(
                id,
                indicator,
                due,
                null,
                null,
                null,
                new IntervalPayload(0.8, low, high, null, null),
                null);
    }

    /// The same in a unit of its own.
    public static ForecastEntryPayload inUnit(ForecastEntryPayload it, String unit) {
        return copy(it, unit, it.goal());
    }

    /// The same as something to be reached.
    public static ForecastEntryPayload goal(ForecastEntryPayload it) {
        return copy(it, it.unit(), true);
    }

    private static QuantilePayload quantile(double level, String day) {
        return new QuantilePayload(level, null, LocalDate.parse(day));
    }

    private static ForecastEntryPayload forecast(
            String id,
            @Nullable String indicator,
            @Nullable String due,
            @Nullable Double probability,
            @Nullable Double value,
            @Nullable List<QuantilePayload> quantiles,
            @Nullable IntervalPayload interval,
            @Nullable ResolutionPayload resolution) {
        return new ForecastEntryPayload(
                id,
                "a-source",
                "Who said " + id,
                "What is expected with " + id,
                indicator,
                null,
                probability,
                value,
                null,
                quantiles,
                interval,
                false,
                null,
                due == null ? null : LocalDate.parse(due),
                LocalDate.of(2025, 4, 2),
                "DAY",
                "The essay",
                null,
                null,
                null,
                null,
                resolution,
                Wire.RECORDED,
                1,
                Wire.RECORDED);
    }

    private static ForecastEntryPayload copy(
            ForecastEntryPayload it, @Nullable String unit, @Nullable Boolean goal) {
        return new ForecastEntryPayload(
                it.id(),
                it.source(),
                it.who(),
                it.what(),
                it.indicator(),
                unit,
                it.probability(),
                it.value(),
                it.date(),
                it.quantiles(),
                it.interval(),
                goal,
                it.dueFrom(),
                it.due(),
                it.statedOn(),
                it.precision(),
                it.citation(),
                it.locator(),
                it.evidence(),
                it.publishedAt(),
                it.note(),
                it.resolution(),
                it.statedAt(),
                it.revision(),
                it.recordedAt());
    }
}
