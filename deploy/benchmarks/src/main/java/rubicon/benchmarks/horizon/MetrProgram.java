package rubicon.benchmarks.horizon;

import java.util.List;

/// What METR's own program (METR/eval-analysis-public, with scikit-learn 1.2.1 and two workers)
/// took and gave on its file of 2025-01-11: 7,059 runs, 1,000 draws of families, tasks and runs,
/// regularization 0.1. Measured on 2026-11-20 on two cores (Zen 3) beside other work. These are
/// facts of that day: the program is not part of Rubicon and is not run here.
final class MetrProgram {
    /// Processor seconds of its whole process.
    static final double PROCESSOR_SECONDS = 94.9;

    /// The horizons at 50 % that it drew.
    static final List<Drawn> DRAWN =
            List.of(
                    new Drawn("Claude 3.5 Sonnet (New)", 16.0, 62.6, 229),
                    new Drawn("o1", 1.9, 43.3, 302),
                    new Drawn("o1-preview", 9.2, 31.5, 85));

    private MetrProgram() {}

    /// The median of an agent's draws with their interval of 95 %, in minutes.
    record Drawn(String agent, double low, double median, double high) {}
}
