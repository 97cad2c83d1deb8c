package rubicon.ingest.source.epoch;

/// A board that the Benchmarking Hub copies, one file each.
enum HubBoard {
    WEIRDML(
            "external_benchmark_weirdml.csv",
            "weirdml",
            "Accuracy",
            "",
            Dated.BY_RELEASE,
            "THIRD_PARTY"),
    DEEP_RESEARCH(
            "external_benchmark_deepresearch.csv",
            "deepresearch-bench",
            "Average score",
            "",
            Dated.BY_RELEASE,
            "THIRD_PARTY"),
    TERMINAL_BENCH(
            "external_benchmark_terminal_bench.csv",
            "terminal-bench-v1",
            "Accuracy mean",
            "Agent",
            Dated.BY_COPY,
            "OTHER"),
    METR(
            "external_benchmark_metr.csv",
            "metr-horizon-p50-v1-0",
            "Time horizon",
            "",
            Dated.BY_RELEASE,
            "THIRD_PARTY"),
    GSO(
            "external_benchmark_gso_bench.csv",
            "gso-opt1-any",
            "Score OPT@1",
            "Scaffold",
            Dated.BY_COPY,
            "THIRD_PARTY");

    /// What day a row has.
    enum Dated {
        BY_RELEASE,
        BY_COPY
    }

    private final String file;
    private final String indicator;
    private final String valueColumn;
    private final String scaffoldColumn;
    private final Dated dated;
    private final String evaluator;

    HubBoard(
            String file,
            String indicator,
            String valueColumn,
            String scaffoldColumn,
            Dated dated,
            String evaluator) {
        this.file = file;
        this.indicator = indicator;
        this.valueColumn = valueColumn;
        this.scaffoldColumn = scaffoldColumn;
        this.dated = dated;
        this.evaluator = evaluator;
    }

    String file() {
        return file;
    }

    String indicator() {
        return indicator;
    }

    /// The column of the result.
    String valueColumn() {
        return valueColumn;
    }

    /// The column of the agent; empty where the board has none.
    String scaffoldColumn() {
        return scaffoldColumn;
    }

    Dated dated() {
        return dated;
    }

    String evaluator() {
        return evaluator;
    }
}
