package rubicon.ingest.source.played;

import java.util.List;
import java.util.Optional;
import rubicon.ingest.source.played.PlayedSource.NoValue;
import rubicon.ingest.source.played.PlayedSource.Refused;
import rubicon.ingest.source.played.PlayedSource.Rows;
import rubicon.ingest.source.played.PlayedSource.Value;
import rubicon.ingest.source.played.PlayedSource.Withdrawn;

/// Epoch AI's exports, and tables that people made of what developers publish.
final class EpochSources {
    private EpochSources() {}

    static List<PlayedSource> all() {
        return List.of(hub(), index(), cards(), automation(), crossDomain());
    }

    /// The name of a file without its folder, which is a capture of the upstream's.
    private static String name(String file) {
        return file.substring(file.indexOf('/') + 1);
    }

    private static PlayedSource hub() {
        return new PlayedSource(
                "epoch-benchmarking-hub",
                "epoch-benchmarking-hub",
                "epoch-benchmarking-hub",
                "",
                file -> Optional.of(name(file)),
                List.of(
                        new Refused("144e244d", 0),
                        new Rows("144e244d", "swe-bench-verified-epoch", 14),
                        new Rows("144e244d", "frontiermath-private", 36),
                        new Rows("144e244d", "terminal-bench-v1", 15),
                        new Rows("144e244d", "weirdml", 0),
                        new Value(
                                "144e244d",
                                "swe-bench-verified-epoch",
                                "MCv2wDLoTzqMRrN8dATPEv",
                                52.2),
                        new Value("144e244d", "gso-opt1-any", "recyrQ4JUWjfKS1xR", 9),
                        new Refused("900096de", 4),
                        new Rows("900096de", "weirdml", 68),
                        new Rows("900096de", "metr-horizon-p50-v1-0", 27),
                        new Rows("900096de", "frontiermath-tier-4-private", 23),
                        new Value("900096de", "gso-opt1-any", "recyrQ4JUWjfKS1xR", 8.8),
                        new Value(
                                "900096de",
                                "metr-horizon-p50-v1-0",
                                "recNwo7dbEyB1crye",
                                137.318539),
                        new Refused("f87d3cc8", 6),
                        new Withdrawn("f87d3cc8", 20),
                        new NoValue(
                                "f87d3cc8", "swe-bench-verified-epoch", "KKdaasPdbUXmehYK7QNLyc"),
                        new Rows("f87d3cc8", "swe-bench-verified-epoch", 23),
                        new Rows("f87d3cc8", "frontiermath-private", 58),
                        new Rows("f87d3cc8", "frontiermath-tier-4-private", 27),
                        new Rows("f87d3cc8", "terminal-bench-v1", 59),
                        new Rows("f87d3cc8", "weirdml", 75),
                        new Rows("f87d3cc8", "deepresearch-bench", 13),
                        new Rows("f87d3cc8", "gso-opt1-any", 14),
                        new Rows("f87d3cc8", "metr-horizon-p50-v1-0", 29),
                        new Value("f87d3cc8", "weirdml", "rec4qZr44BtF62vqq", 56.3),
                        new Value("f87d3cc8", "terminal-bench-v1", "recj1FdLi6DQg1cOt", 64.5),
                        new Value("f87d3cc8", "deepresearch-bench", "recIbyRHhHFxDYfXq", 53.6),
                        new Value(
                                "f87d3cc8",
                                "frontiermath-private",
                                "JwfCZuni4TRRnA77UWwpyg",
                                32.4)));
    }

    private static PlayedSource index() {
        String id = "epoch-capabilities-index";
        return new PlayedSource(
                id,
                id,
                id,
                "epoch_capabilities_index.csv",
                file -> Optional.of(""),
                List.of(
                        new Refused("07356c21", 0),
                        new Rows("07356c21", id, 142),
                        new Value("07356c21", id, "claude-opus-4-1-20250805", 138.586),
                        new Value("07356c21", id, "gpt-4o-2024-11-20", 129.08328664033564),
                        new Refused("7ad858c7", 3),
                        new Rows("7ad858c7", id, 262),
                        new Value("7ad858c7", id, "claude-opus-4-1-20250805", 143.930),
                        new NoValue("7ad858c7", id, "gpt-4o-2024-11-20"),
                        // Four rows that were taken out by hand, and came back.
                        new Withdrawn("6e6ef97b", 4),
                        new Rows("6e6ef97b", id, 258),
                        new NoValue("6e6ef97b", id, "LLaMA-7B"),
                        new Rows("5c4780a4", id, 295),
                        new Value("5c4780a4", id, "gemini-3.1-pro-preview", 157.051),
                        new Value("5c4780a4", id, "gpt-5.4-2026-03-05_high", 155.974),
                        new NoValue("5c4780a4", id, "grok-2-1212"),
                        new Rows("369ec37a", id, 297),
                        new Refused("369ec37a", 3),
                        new Value("369ec37a", id, "claude-mythos-2026-04-07", 161)));
    }

    private static PlayedSource cards() {
        String id = "ai-rd-system-cards";
        String printed = "cpu-llm-training-speedup-printed";
        return new PlayedSource(
                id,
                id,
                id,
                "",
                file ->
                        file.contains("benchmark_series")
                                ? Optional.empty()
                                : Optional.of(name(file)),
                List.of(
                        new Refused("8c04adc9", 2),
                        new Rows("8c04adc9", "anthropic-eci", 10),
                        new Rows("8c04adc9", "uplift-self-reported-anthropic", 4),
                        new Rows("8c04adc9", "drop-in-share-anthropic", 5),
                        new Refused("aa8ded70", 0),
                        new Rows("aa8ded70", "anthropic-eci", 12),
                        new Rows("aa8ded70", printed, 15),
                        new Value("aa8ded70", printed, "Claude Sonnet 4.6 2026-02", 22.33),
                        new Value("aa8ded70", printed, "Claude Mythos Preview 2026-04", 61.79),
                        new Value(
                                "aa8ded70",
                                printed,
                                "Claude Opus 4.6 2026-02, cited 2026-06",
                                30.09),
                        new Rows("aa8ded70", "cpu-llm-training-speedup-fixed-cpu", 10),
                        new Rows("aa8ded70", "anthropic-kernel-speedup-hard", 13),
                        new Rows("aa8ded70", "anthropic-novel-compiler", 12),
                        new Rows("aa8ded70", "anthropic-suite-2", 7),
                        new Rows("aa8ded70", "swe-bench-verified-reported", 20),
                        new Rows("aa8ded70", "swe-bench-hard-subset-anthropic", 9),
                        new Rows("aa8ded70", "horizon-p50-reported", 4),
                        new Value(
                                "aa8ded70",
                                "horizon-p50-reported",
                                "Claude 3.7 Sonnet 2025-02",
                                55),
                        new Value(
                                "aa8ded70",
                                "horizon-p50-reported-cheating-counted",
                                "GPT-5.6 Sol 2026-07",
                                16_200),
                        new Rows("aa8ded70", "mle-bench-30-openai", 6),
                        new Rows("aa8ded70", "mle-bench-revised-openai", 2),
                        new Rows("aa8ded70", "paperbench-10-openai", 4),
                        new Rows("aa8ded70", "openai-proof-qa", 7),
                        new Rows("aa8ded70", "monorepo-bench-openai", 5),
                        new Rows("aa8ded70", "openai-research-debugging", 4),
                        new Rows("aa8ded70", "re-bench-normalised-gdm", 3)));
    }

    private static PlayedSource automation() {
        String id = "anthropic-rd-automation-index";
        return new PlayedSource(
                id,
                id,
                id,
                "anthropic_rd_automation.csv",
                file -> Optional.of(""),
                List.of(
                        new Refused("4db50e72", 0),
                        new Rows("4db50e72", "anthropic-rd-al4-share", 6),
                        new Rows("4db50e72", "anthropic-rd-al3-share", 13),
                        new NoValue("4db50e72", "anthropic-rd-al4-share", "2026-02"),
                        new Value("4db50e72", "anthropic-rd-al4-share", "2026-08", 26),
                        new Value("4db50e72", "anthropic-rd-al3-share", "2025-08", 3.91)));
    }

    private static PlayedSource crossDomain() {
        String indicator = "cross-domain-horizon-swe-bench-verified";
        return new PlayedSource(
                "metr-cross-domain-horizon",
                "metr-cross-domain-horizon",
                "metr-cross-domain-horizon",
                "",
                file ->
                        file.endsWith("horizons/swe_bench_verified.csv")
                                ? Optional.of(name(file))
                                : Optional.empty(),
                List.of(
                        new Refused("e97c0245", 0),
                        new Rows("e97c0245", indicator, 13),
                        new Value(
                                "e97c0245",
                                indicator,
                                "anthropic/claude-sonnet-4-20250514",
                                37.8182)));
    }
}
