package rubicon.ui.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
import rubicon.model.wire.JumpsPayload;
import rubicon.model.wire.JumpsPayload.BoldStepPayload;
import rubicon.model.wire.JumpsPayload.GenerationPayload;
import rubicon.model.wire.JumpsPayload.JumpSeriesPayload;
import rubicon.model.wire.JumpsPayload.RateChangePayload;
import rubicon.model.wire.JumpsPayload.StepSegmentPayload;
import rubicon.model.wire.PairedComparisonPayload;
import rubicon.model.wire.PairedComparisonPayload.ComparedPayload;
import rubicon.model.wire.RecordLedgerPayload;
import rubicon.model.wire.RecordLedgerPayload.ExpectedStepsPayload;
import rubicon.model.wire.RecordLedgerPayload.LawPayload;
import rubicon.model.wire.RecordLedgerPayload.LedgerPartPayload;
import rubicon.model.wire.RecordLedgerPayload.RecordLawsPayload;
import rubicon.model.wire.RecordLedgerPayload.RecordMethodPayload;
import rubicon.model.wire.RecordLedgerPayload.RecordStepPayload;
import rubicon.model.wire.RecordLedgerPayload.StepsPayload;
import rubicon.model.wire.ShapesPayload;
import rubicon.model.wire.ShapesPayload.ShapeForecastPayload;
import rubicon.model.wire.ShapesPayload.ShapeParameterPayload;
import rubicon.model.wire.ShapesPayload.ShapePayload;
import rubicon.model.wire.ShapesPayload.SlopeChangePayload;

/// What the ingest service answers of an indicator beyond its state.
public final class Analyses {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private Analyses() {}

    /// The same indicator as a ledger of records.
    public static IndicatorPayload asLedger(IndicatorPayload it) {
        return new IndicatorPayload(
                it.id(),
                it.title(),
                "RECORD_LEDGER",
                it.unit(),
                it.scale(),
                it.bounds(),
                it.direction(),
                it.noiseCeiling(),
                it.normalisation(),
                it.humanBaseline(),
                it.view(),
                it.categories(),
                it.date(),
                it.identity(),
                it.trend(),
                it.runs(),
                it.feed(),
                it.staleAfter(),
                it.sources(),
                it.evaluator(),
                it.licence(),
                it.citation(),
                it.description(),
                it.plausibility(),
                it.variants(),
                it.lines(),
                it.version());
    }

    /// Two shapes that the data cannot tell apart, and two that are beaten.
    public static ShapesPayload shapes(String indicator) {
        return new ShapesPayload(
                indicator,
                "min",
                null,
                "COUNTED",
                TODAY,
                LocalDate.of(2023, 3, 14),
                LocalDate.of(2026, 2, 5),
                20,
                "CANNOT_TELL",
                List.of("EXPONENTIAL", "PIECEWISE"),
                13,
                8,
                List.of(
                        shape("EXPONENTIAL", 0.3, 0),
                        shape("QUADRATIC", 0.4, 0.1),
                        new ShapePayload(
                                "PIECEWISE",
                                0.31,
                                new EstimatePayload(0.01, -0.05, 0.07, 0.9, "PAIRED_T"),
                                List.of(
                                        new ShapeParameterPayload(
                                                "CHANGE_DAY",
                                                null,
                                                LocalDate.of(2024, 12, 5),
                                                LocalDate.of(2023, 3, 14),
                                                LocalDate.of(2026, 2, 5))),
                                List.of(),
                                Map.of()),
                        shape("SATURATING", 0.5, 0.2)),
                new SlopeChangePayload(
                        LocalDate.of(2024, 8, 24),
                        1.2,
                        new EstimatePayload(0.4, -0.1, 0.9, 0.95, "OLS_T")),
                null,
                null,
                Map.of());
    }

    private static ShapePayload shape(String name, double score, double behind) {
        return new ShapePayload(
                name,
                score,
                new EstimatePayload(behind, behind / 2, behind * 1.5, 0.9, "PAIRED_T"),
                List.of(
                        new ShapeParameterPayload(
                                "GROWTH",
                                new EstimatePayload(
                                        Math.log(4), Math.log(3), Math.log(5), 0.8, "OLS_T"),
                                null,
                                null,
                                null)),
                List.of(
                        new ShapeForecastPayload(TODAY, 900, 500, 1_600, 0.8),
                        new ShapeForecastPayload(TODAY.plusYears(1), 3_600, 1_200, 9_600, 0.8)),
                Map.of());
    }

    /// A ledger of four steps: people's deep one, a shallow one of AI, a bundle of AI, and people's
    /// last.
    public static RecordLedgerPayload ledger(String indicator, LocalDate since) {
        return new RecordLedgerPayload(
                indicator,
                "min",
                null,
                "COUNTED",
                TODAY,
                5,
                0,
                1,
                0.9163,
                part(null),
                part(since),
                new RecordLawsPayload(
                        law(0.76),
                        new EstimatePayload(1.32, 1.25, 1.39, 0.95, "OLS_T"),
                        null,
                        5,
                        law(206.1),
                        null,
                        null,
                        null,
                        Map.of("elasticityLater", "too few steps", "decay", "too few steps")),
                List.of(
                        step("2", "2024-06-01", "HUMAN", "", 45, 31.4, "DEEP", false),
                        step("3", "2025-09-11", "AI", "hiverge.ai", 31.4, 31, "SHALLOW", false),
                        step("4", "2026-03-09", "AI", "autoresearch", 31, 20, "BUNDLED", false),
                        step("5", "2026-07-17", "HUMAN", "", 20.5, 20, "SHALLOW", true)),
                new RecordMethodPayload(0.05, 0.95, 2_000, 42),
                Map.of());
    }

    private static LawPayload law(double estimate) {
        return new LawPayload(
                new EstimatePayload(estimate, estimate * 0.9, estimate * 1.1, 0.95, "OLS_T"),
                0.97,
                88);
    }

    private static LedgerPartPayload part(@Nullable LocalDate from) {
        return new LedgerPartPayload(
                from,
                4,
                0.8358,
                0,
                1,
                0.5,
                0.6,
                List.of(steps("HUMAN", 2, 0.3847), steps("AI", 2, 0.4511), steps("CENTAUR", 0, 0)),
                List.of(
                        steps("DEEP", 1, 0.36),
                        steps("SHALLOW", 2, 0.0375),
                        steps("BUNDLED", 1, 0.4383)),
                Map.of());
    }

    private static StepsPayload steps(String name, int count, double gain) {
        double share = gain / 0.8358;
        return new StepsPayload(
                name,
                count,
                new EstimatePayload(count / 4.0, 0.1, 0.9, 0.95, "WILSON"),
                gain,
                new EstimatePayload(share, share / 2, Math.min(1, share * 1.5), 0.95, "BOOTSTRAP"),
                "AI".equals(name)
                        ? new EstimatePayload(share, share / 3, share, 0.95, "DRAWN_CREDITS")
                        : null,
                new ExpectedStepsPayload(365, count / 2.0, 0, 2 * count, 0.95, 0.6));
    }

    private static RecordStepPayload step(
            String id,
            String date,
            String actor,
            String subject,
            double before,
            double value,
            String depth,
            boolean baseline) {
        double gain = Math.log(before / value);
        return new RecordStepPayload(
                id,
                LocalDate.parse(date),
                actor,
                subject,
                before,
                value,
                baseline,
                gain,
                gain,
                depth);
    }

    /// Two generations: one that jumped and rested, one without a jump so far.
    public static JumpsPayload jumps(String indicator) {
        return new JumpsPayload(
                indicator,
                "min",
                null,
                "COUNTED",
                TODAY,
                "metr-horizon-p50",
                "LN",
                List.of(
                        new JumpSeriesPayload(
                                "RUNNING",
                                89,
                                80,
                                LocalDate.of(2024, 5, 28),
                                LocalDate.of(2026, 7, 17),
                                List.of(
                                        new GenerationPayload(
                                                "o1",
                                                LocalDate.of(2024, 12, 5),
                                                2.3,
                                                Math.log(1.5),
                                                1.5,
                                                40,
                                                100,
                                                true),
                                        new GenerationPayload(
                                                "Claude Opus 4.6",
                                                LocalDate.of(2026, 2, 5),
                                                3.4,
                                                0,
                                                1.0,
                                                0,
                                                288,
                                                false)),
                                new RateChangePayload(LocalDate.of(2025, 9, 1), 20, 55, 0.002),
                                List.of(
                                        new BoldStepPayload(
                                                LocalDate.of(2026, 5, 27), "HUMAN", 0.04, 4.2)),
                                Stream.of("2024-06-06", "2025-01-04")
                                        .map(it ->
                                                new StepSegmentPayload(
                                                        LocalDate.parse(it), 40, 0.1))
                                        .toList(),
                                0.12,
                                List.of(),
                                List.of(LocalDate.of(2025, 7, 13)),
                                Map.of())),
                Map.of());
    }

    /// Two agents of which the first does better.
    public static PairedComparisonPayload comparison(String indicator, String a, String b) {
        return new PairedComparisonPayload(
                indicator,
                "a-suite",
                null,
                new ComparedPayload(a, 0.6, 300, 3),
                new ComparedPayload(b, 0.48, 290, 1),
                new EstimatePayload(0.123, 0.031, 0.215, 0.95, "CLUSTERED_T"),
                0.04,
                0.012,
                80,
                34,
                List.of(a, b),
                Map.of());
    }
}
