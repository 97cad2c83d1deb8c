package rubicon.ingest.source.played;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import rubicon.ingest.source.played.PlayedSource.Accepted;
import rubicon.ingest.source.played.PlayedSource.Drifted;
import rubicon.ingest.source.played.PlayedSource.Model;
import rubicon.ingest.source.played.PlayedSource.NoValue;
import rubicon.ingest.source.played.PlayedSource.Refused;
import rubicon.ingest.source.played.PlayedSource.Rows;
import rubicon.ingest.source.played.PlayedSource.Value;
import rubicon.ingest.source.played.PlayedSource.Withdrawn;

/// Public boards: SWE-bench, GSO, PostTrainBench, AlgoTune, CORE-Bench on HAL.
final class BoardSources {
    private BoardSources() {}

    static List<PlayedSource> all() {
        return List.of(sweBench(), gso(), postTrainBench(), algoTune(), coreBench());
    }

    private static PlayedSource sweBench() {
        String verified = "swe-bench-verified-leaderboard";
        String full = "swe-bench-full";
        String bashOnly = "swe-bench-bash-only";
        return ofOneFile(
                "swe-bench-leaderboards",
                "leaderboards.json",
                file -> file.contains("leaderboards.json") || file.endsWith("/data.json"),
                List.of(
                        new Rows("0eca0439", verified, 69),
                        new Rows("0eca0439", full, 20),
                        new Rows("0eca0439", bashOnly, 0),
                        new Value("0eca0439", full, "20231010_rag_claude2", 1.96),
                        new Rows("9f7b5b17", verified, 79),
                        new Rows("2212eb9e", bashOnly, 12),
                        // The first twelve were run anew: under a tenth of all boards together.
                        new Withdrawn("80fced6b", 12),
                        new Rows("80fced6b", bashOnly, 20),
                        new NoValue("80fced6b", bashOnly, "20250521_o3-20250416"),
                        new Value("bdcd3ddd", verified, "20240402_sweagent_claude3opus", 15.8),
                        new Value("80fced6b", verified, "20240402_sweagent_claude3opus", 18.2),
                        // Six folders were renamed.
                        new Withdrawn("f702a7f5", 0),
                        new Rows("f702a7f5", bashOnly, 22),
                        new Value("80fced6b", bashOnly, "20250807_mini-v1.7.0_gpt-5", 65.0),
                        new NoValue("80fced6b", bashOnly, "20250807_mini-v1.7.0_gpt-5-2025-08-07"),
                        new Rows("f1176b65", verified, 162),
                        new Rows("f1176b65", full, 23),
                        new Rows("f1176b65", bashOnly, 31),
                        new Value("f1176b65", verified, "20250928_trae_doubao_seed_code", 78.8),
                        new Value("f1176b65", full, "20251027_salesforce_SAGE", 44.25),
                        new Value(
                                "f1176b65",
                                bashOnly,
                                "20251124_mini-v1.16.0_claude-opus-4-5-20251101",
                                74.4),
                        new Refused("f1176b65", 0)));
    }

    private static PlayedSource gso() {
        String any = "gso-opt1-any";
        String clean = "gso-opt1-clean";
        return ofOneFile(
                "gso-bench",
                "leaderboard.json",
                file -> file.endsWith("/leaderboard.json"),
                List.of(
                        new Rows("668b81f7", any, 6),
                        new Value("668b81f7", any, "o4-mini|OpenHands|Opt@1|high", 3.6),
                        new Rows("5f42374d", any, 9),
                        new Value("5f42374d", any, "Claude Opus 4|OpenHands|Opt@1|", 4.9),
                        new Value("f6923a38", any, "Claude Opus 4|OpenHands|Opt@1|", 6.86),
                        new Value("f6923a38", any, "o3|OpenHands|Opt@1|high", 8.82),
                        new Rows("a8884c08", any, 12),
                        new Rows("a8884c08", clean, 0),
                        new Rows("10117864", any, 14),
                        new Rows("10117864", clean, 14),
                        new Value("10117864", clean, "o3|OpenHands|Opt@1|high", 3.92),
                        new Rows("bb7372ee", clean, 21),
                        new Rows("1d19334b", any, 26),
                        new Rows("1d19334b", clean, 26),
                        new Value("1d19334b", any, "Claude Opus 4.7|OpenHands|Opt@1|high", 44.12),
                        new Value("1d19334b", clean, "Claude Opus 4.7|OpenHands|Opt@1|high", 42.16),
                        new Value("1d19334b", clean, "Claude Opus 4.6|OpenHands|Opt@1|", 30.39),
                        new Value("1d19334b", clean, "Claude Opus 4.6|OpenHands|Opt@1|high", 37.25),
                        new Refused("1d19334b", 0)));
    }

    private static PlayedSource postTrainBench() {
        String average = "posttrainbench-avg";
        return new PlayedSource(
                "posttrainbench",
                "posttrainbench",
                "posttrainbench",
                "",
                file -> {
                    if (file.endsWith("/single_metrics_aggregated.csv")) {
                        return Optional.of("data/single_metrics_aggregated.csv");
                    }
                    return file.endsWith("/scores.json")
                            ? Optional.of("scores.json")
                            : Optional.empty();
                },
                List.of(
                        new Rows("eba6ee87", average, 15),
                        new Value("eba6ee87", average, "GPT-5.1-Codex-Max", 20.1583),
                        new Value("eba6ee87", average, "sonnet-4.5", 9.9400),
                        new Rows("4a044c8c", average, 20),
                        new Value("4a044c8c", average, "GPT-5.3-Codex_Med", 13.7702),
                        new Value("4a044c8c", average, "glm-5", 13.8846),
                        new Rows("cd4e02e4", average, 23),
                        new Value("cd4e02e4", average, "GPT-5.3-Codex_Med", 13.7702),
                        new NoValue("cd4e02e4", average, "GPT-5.3-Codex"),
                        new Value("cd4e02e4", average, "Gemini-3-Pro", 18.3041),
                        new Value("e97fb661", average, "GPT-5.1-Codex-Max", 19.6829),
                        new Value("e97fb661", average, "Gemini-3-Pro", 18.1218),
                        new Value("e97fb661", average, "GPT-5.2-Codex", 17.2164),
                        new Rows("94f38c48", average, 25),
                        new Value("94f38c48", average, "Opus-4.6-1M", 24.8188),
                        new Value("94f38c48", average, "sonnet-4.6", 16.4205),
                        new Refused("94f38c48", 0)));
    }

    private static PlayedSource algoTune() {
        String harmonic = "algotune-harmonic";
        return ofOneFile(
                "algotune",
                "agent_summary.json",
                file -> file.contains("agent_summary.json"),
                List.of(
                        new Rows("4ce9fce3", harmonic, 4),
                        new Value("4ce9fce3", harmonic, "gemini-2.5-pro", 1.5067),
                        new Value("4ce9fce3", harmonic, "o4-mini", 1.7170),
                        new Value("a7a00d79", harmonic, "o4-mini", 1.7359),
                        new Rows("0f9f197d", harmonic, 10),
                        new Value("0f9f197d", harmonic, "o4-mini", 1.7159),
                        new Value("0f9f197d", harmonic, "gpt-5", 1.6873),
                        new Value("8fbaacd7", harmonic, "gpt-5", 1.6690),
                        // Providers are gone from the keys, and two models are without some tasks.
                        new Rows("d4be2d36", harmonic, 12),
                        new Refused("d4be2d36", 2),
                        new NoValue("d4be2d36", harmonic, "gpt-5.2"),
                        new Value("9f64a2d2", harmonic, "gpt-5.2", 2.0731),
                        new Value("54898902", harmonic, "gemini-3-pro-preview", 1.8616),
                        new Value("bff4f2ab", harmonic, "gemini-3-pro-preview", 1.8319),
                        new Rows("9e27099b", harmonic, 18),
                        new Value("9e27099b", harmonic, "gpt-5.2", 2.0539),
                        new Value("9e27099b", harmonic, "gemini-2.5-pro", 1.5106),
                        new Refused("9e27099b", 0)));
    }

    private static PlayedSource coreBench() {
        String hard = "core-bench-hard-hal";
        String back = "corebench_hard_hal_generalist_agent_1747247500";
        String r1 = "corebench_hard_hal_generalist_agentdeepseekr10528_1755721934";
        return ofOneFile(
                "core-bench-hal",
                "corebench_hard.csv",
                file ->
                        file.endsWith("/corebench_hard.csv")
                                || file.contains("/hal_leaderboard_data"),
                List.of(
                        new Rows("3be19c89", hard, 20),
                        new Value("3be19c89", hard, "corebench_hard_coreagent_1744922181", 35.5556),
                        // 13 of 20 went, which no source can be trusted with.
                        new Drifted("634eaf8f"),
                        new Withdrawn("634eaf8f", 0),
                        new Accepted("634eaf8f", 13),
                        new Rows("634eaf8f", hard, 32),
                        new NoValue("634eaf8f", hard, "corebench_hard_coreagent_1745118908"),
                        new Value("634eaf8f", hard, "corebench_hard_coreagent_1754492675", 51.1111),
                        // Four of 45 tasks. Its name said no version at first, and does since.
                        new Value("634eaf8f", hard, r1, 8.8889),
                        new Model("634eaf8f", hard, r1, "DeepSeek-R1"),
                        new Model("e70591c7", hard, r1, "DeepSeek-R1-0528"),
                        new Value("ceb73e4f", hard, r1, 8.8889),
                        new Model("ceb73e4f", hard, r1, "DeepSeek-R1-0528"),
                        new Model("ceb73e4f", hard, back, "DeepSeek-R1"),
                        // The site's per cent say what the database's fractions said.
                        new Rows("e70591c7", hard, 32),
                        new Value("e70591c7", hard, "corebench_hard_coreagent_1754492675", 51.1111),
                        new Withdrawn("28e76878", 0),
                        new Rows("28e76878", hard, 36),
                        // One of the thirteen is back, and stands again.
                        new NoValue("28e76878", hard, back),
                        new Value("ceb73e4f", hard, back, 6.6667),
                        new Rows("ceb73e4f", hard, 47),
                        new Value(
                                "ceb73e4f",
                                hard,
                                "corebench_hard_core_agent_opus_45_1764027531",
                                42.2222),
                        new Refused("ceb73e4f", 0)));
    }

    private static PlayedSource ofOneFile(
            String id,
            String file,
            Predicate<String> served,
            List<PlayedSource.Expectation> expectations) {
        return new PlayedSource(
                id,
                id,
                id,
                file,
                it -> served.test(it) ? Optional.of("") : Optional.empty(),
                expectations);
    }
}
