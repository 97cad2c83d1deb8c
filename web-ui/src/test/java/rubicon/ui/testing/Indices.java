package rubicon.ui.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
import rubicon.model.wire.CapabilityIndexPayload;
import rubicon.model.wire.CapabilityIndexPayload.BenchmarkPayload;
import rubicon.model.wire.CapabilityIndexPayload.LeftOutPayload;
import rubicon.model.wire.CapabilityIndexPayload.ModelPayload;
import rubicon.model.wire.CapabilityIndexPayload.PublishedPayload;
import rubicon.model.wire.CapabilityIndexPayload.RowPayload;
import rubicon.model.wire.CapabilityIndexPayload.ScalePayload;
import rubicon.model.wire.SubjectPayload;

/// Indices as the ingest service answers them.
public final class Indices {
    public static final Instant AS_OF = Instant.parse("2026-03-04T05:06:07Z");

    private static final LocalDate DAY = LocalDate.of(2026, 2, 5);

    private Indices() {}

    /// Of two categories, one of them imputed.
    public static AutomationIndexPayload automation() {
        return new AutomationIndexPayload(
                AS_OF,
                "INSUFFICIENT",
                "Insufficient evidence: 66 % of the index rests on imputed, stale or first-party evidence (imputed 58 %, stale 8 %, first party 0 %); a third is tolerated.",
                0.41,
                0.22,
                0.77,
                0.8,
                0.5,
                "chip-design",
                new RestsPayload(0.58, 0.08, 0, 0.66, 1.0 / 3),
                new RangePayload(0.02, 0.83),
                new SteepPayload(1, 1, 0, 1, List.of(0.2, 0.8)),
                new ParametersPayload(0.5, 0.01, 10, 0.5),
                List.of(
                        category(
                                "bug-fixes",
                                "Bug fixes",
                                "LATE_STEEP",
                                0.71,
                                List.of(contribution()),
                                List.of(
                                        new AsidePayload(
                                                "metr-horizon-p80",
                                                "Time horizon at 80 %",
                                                "min",
                                                "no upper end",
                                                null))),
                        category(
                                "chip-design",
                                "Chip design",
                                "EARLY_STEEP",
                                0.35,
                                List.of(),
                                List.of())));
    }

    /// Before anything was known.
    public static AutomationIndexPayload nothing() {
        return new AutomationIndexPayload(
                AS_OF,
                "NONE",
                "No indicator counts for any category: there is no index.",
                null,
                null,
                null,
                0.8,
                null,
                null,
                null,
                null,
                null,
                new ParametersPayload(0.5, 0.01, 10, 0.5),
                List.of(
                        new CategoryReadingPayload(
                                "bug-fixes",
                                "Bug fixes",
                                "STRONG",
                                "because",
                                true,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                List.of(),
                                List.of())));
    }

    public static CategoryReadingPayload category(
            String id,
            String title,
            String phase,
            double score,
            List<ContributionPayload> contributions,
            List<AsidePayload> shown) {
        return new CategoryReadingPayload(
                id,
                title,
                contributions.isEmpty() ? "NONE" : "STRONG",
                "because",
                contributions.isEmpty(),
                score,
                score / 2,
                (1 + score) / 2,
                0.4,
                0.5 + Math.log(score / (1 - score)) / 10,
                phase,
                contributions.isEmpty() ? 0.58 : 0.42,
                contributions,
                shown);
    }

    /// A stale value of a third party.
    public static ContributionPayload contribution() {
        return new ContributionPayload(
                "metr-horizon-p50",
                "Time horizon at 50 %",
                "%",
                new BestPayload(
                        new SubjectPayload("Model One", "Lab", null, null, "AI"),
                        71,
                        null,
                        null,
                        DAY,
                        "DAY",
                        "a-board",
                        "row",
                        "THIRD_PARTY",
                        null),
                new NormalisedPayload("BOUNDS", 0, 100, null, null),
                0.71,
                1,
                0.5,
                1,
                1,
                0.12,
                true,
                false,
                AS_OF,
                "P120D");
    }

    /// Of two models on one benchmark.
    ///
    /// @param unit `POINTS` or `LOGITS`
    public static CapabilityIndexPayload capability(String unit, @Nullable Double rank) {
        return new CapabilityIndexPayload(
                AS_OF,
                true,
                List.of("Thin: 8 scores for 9 parameters."),
                new ScalePayload(
                        unit,
                        "Claude 3.5 Sonnet",
                        "GPT-5",
                        "swe-bench-bash-only",
                        0.1,
                        0.001,
                        0.9,
                        4,
                        0.9,
                        100,
                        12_345),
                List.of(
                        new ModelPayload("GPT-5", "OpenAI", 150, 148.0, 153.0, 4, 151.2),
                        new ModelPayload("Claude 3.5 Sonnet", null, 130, null, null, 4, null)),
                List.of(
                        new BenchmarkPayload(
                                "swe-bench-bash-only",
                                "SWE-bench, one scaffold",
                                140,
                                1,
                                false,
                                2,
                                0,
                                100)),
                List.of(
                        new RowPayload(
                                "GPT-5", "swe-bench-bash-only", 65, 0.65, DAY, "a-board", "r1")),
                List.of(new LeftOutPayload("gso-opt1-any", "says what gso-opt1-clean says")),
                7,
                rank == null ? null : new PublishedPayload("epoch-capabilities-index", rank, 12));
    }
}
