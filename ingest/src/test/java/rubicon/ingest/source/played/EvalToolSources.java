package rubicon.ingest.source.played;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import rubicon.ingest.source.played.PlayedSource.EvalRuns;
import rubicon.ingest.source.played.PlayedSource.Refused;
import rubicon.ingest.source.played.PlayedSource.Rows;
import rubicon.ingest.source.played.PlayedSource.Value;

/// What evaluation tools wrote. Their benchmarks are no indicators of ours: any of the catalogue
/// stand for them here.
final class EvalToolSources {
    private static final String ONE = "terminal-bench-v1";
    private static final String OTHER = "weirdml";

    private EvalToolSources() {}

    static List<PlayedSource> all() {
        return List.of(everyEvalEver(), harness(), inspect());
    }

    private static PlayedSource everyEvalEver() {
        String board = "hfopenllm_v2/TencentARC_LLaMA-Pro-8B-Instruct";
        return of(
                "every-eval-ever",
                "every-eval-ever",
                file -> file.endsWith("/98ea850e-7019-4728-a558-8b1819ec47c2.json"),
                Map.of("indicators.IFEval", ONE, "indicators.BBH", OTHER, "indicators.MUSR", OTHER),
                List.of(
                        new Rows("9bce4136", ONE, 1),
                        new Rows("9bce4136", OTHER, 2),
                        new Value("9bce4136", ONE, board + "|IFEval|Accuracy on IFEval", 44.86),
                        new Value("9bce4136", OTHER, board + "|MUSR|Accuracy on MUSR", 41.9),
                        new Refused("9bce4136", 0)));
    }

    private static PlayedSource harness() {
        String model = "RylanSchaeffer/mem_Qwen3-93M_minerva_math_rep_0_sbst_1.0000_epch_1_ot_1";
        return of(
                "lm-eval-harness-results",
                "lm-evaluation-harness",
                file -> file.contains("/results_"),
                Map.of(
                        "indicators.math_perturbed_full/exact_match", ONE,
                        "indicators.math_rephrased_full/exact_match,none", OTHER),
                List.of(
                        new Value(
                                "9bce4136",
                                ONE,
                                model + "|math_perturbed_full|exact_match,none|1768964383",
                                0),
                        new Value(
                                "9bce4136",
                                OTHER,
                                model + "|math_rephrased_full|exact_match,none|1768964383",
                                0.04),
                        new Refused("9bce4136", 0)));
    }

    /// A log as JSON, and a later one that is packed.
    private static PlayedSource inspect() {
        return of(
                "inspect-ai-eval-logs",
                "inspect-logs",
                file ->
                        file.endsWith("/eee_data_arc_qwen.json")
                                || file.endsWith("/log_streaming.eval"),
                Map.of(
                        "indicators.inspect_evals/arc_easy/choice/accuracy", ONE,
                        "indicators.popularity/match/accuracy", OTHER),
                List.of(
                        new Value(
                                "9bce4136",
                                ONE,
                                "V3x6ksN6A9CXjAr9MZN4zE|5XXhchWH6WeWGw8tPsEkEJ|choice|accuracy",
                                33.3333),
                        new Rows("9bce4136", OTHER, 0),
                        new Rows("499e6152", ONE, 1),
                        new Value(
                                "499e6152",
                                OTHER,
                                "3RWm2YmdLiKCyQMzEcERin|WckPjG7ovQZLAiZF2fZpog|match|accuracy",
                                75),
                        new EvalRuns("499e6152", "ollama/qwen2.5:0.5b", 3),
                        new EvalRuns("499e6152", "azureai/Meta-Llama-3-1-405B-Instruct-jqf", 4),
                        new Refused("499e6152", 0)));
    }

    private static PlayedSource of(
            String folder,
            String connector,
            Predicate<String> served,
            Map<String, String> options,
            List<PlayedSource.Expectation> expectations) {
        return new PlayedSource(
                folder,
                folder,
                connector,
                "data",
                file -> served.test(file) ? Optional.of("") : Optional.empty(),
                options,
                expectations);
    }
}
