package rubicon.ingest.source.played;

import java.util.List;
import java.util.Optional;
import rubicon.ingest.source.played.PlayedSource.NoValue;
import rubicon.ingest.source.played.PlayedSource.Refused;
import rubicon.ingest.source.played.PlayedSource.Rows;
import rubicon.ingest.source.played.PlayedSource.Value;

/// Boards and ledgers that are kept as tables: MLE-bench, races to train faster, discoveries.
final class LedgerSources {
    private LedgerSources() {}

    static List<PlayedSource> all() {
        return List.of(
                mleBench(),
                nanoGpt(),
                nanochat(),
                tttDiscover(),
                erdos(),
                discoveries(),
                autoresearch());
    }

    private static PlayedSource mleBench() {
        String any = "mle-bench-all-any";
        String clean = "mle-bench-all-clean";
        String flaggedLater = "LoongFlow|Gemini-3-Flash-Preview|24";
        String disarray =
                "Disarray|Ensemble (Claude-Opus-4.5, Claude-Sonnet-4.5, GPT-5.2-Codex,"
                        + " Gemini-3-Pro-Preview)|24";
        return single(
                "mle-bench-leaderboard",
                "README.md",
                "/leaderboard.md",
                List.of(
                        new Rows("d0f60ad0", any, 6),
                        new Value("d0f60ad0", clean, "AIDE|o1-preview|24", 16.9),
                        new Rows("3cbd624c", any, 7),
                        new Value("dcf86a95", any, "R&D-Agent|o1-preview|24", 22.4),
                        new Rows("37aa2978", any, 10),
                        new Rows("4b628fb5", any, 12),
                        new Value("4b628fb5", any, "InternAgent|deepseek-r1|12", 36.44),
                        new Rows("8f000f10", any, 13),
                        new Value("8ca1bde8", any, "Famou-Agent|Gemini-2.5-Pro|24", 43.56),
                        new Rows("c990ab01", any, 17),
                        new Value("c990ab01", clean, "AIDE|o1-preview|24", 16.9),
                        new Value("30083c2f", clean, "AIDE|o1-preview|24", 17.12),
                        new Rows("f86312e6", any, 18),
                        new Rows("83b4a9ea", any, 25),
                        new Rows("83b4a9ea", clean, 25),
                        new Value("83b4a9ea", clean, disarray, 77.78),
                        new Rows("dd947e2e", any, 25),
                        new Rows("dd947e2e", clean, 24),
                        new NoValue("dd947e2e", clean, disarray),
                        new Value("dd947e2e", any, disarray, 77.78),
                        new Value("dd947e2e", clean, flaggedLater, 62.66),
                        new NoValue("783b15af", clean, flaggedLater),
                        new Value("783b15af", any, flaggedLater, 62.66),
                        new Value("783b15af", clean, "MLEvolve|Gemini-3-Pro-Preview|12", 61.33),
                        new Rows("783b15af", any, 26),
                        new Rows("783b15af", clean, 24),
                        new Refused("783b15af", 0)));
    }

    private static PlayedSource nanoGpt() {
        String time = "nanogpt-speedrun-time";
        String step = "nanogpt-largest-ai-step";
        String share = "nanogpt-ai-gain-share-12m";
        return single(
                "modded-nanogpt-records",
                "README.md",
                "/track1_records.md",
                List.of(
                        new Rows("2d091d8c", time, 13),
                        new Value("b773077f", time, "17", 3.66),
                        new Value("070b6bd6", time, "17", 3.57),
                        new Value("070b6bd6", time, "20", 2.98),
                        new Value("31345da4", time, "20", 2.997),
                        new Value("83d0f145", time, "20", 2.992),
                        new Value("83d0f145", time, "21", 2.933),
                        new Rows("225e6902", time, 21),
                        new NoValue("225e6902", time, "22"),
                        new Rows("225e6902", share, 0),
                        new Value("3b9c6fbd", time, "22", 2.99),
                        new Rows("3b9c6fbd", time, 26),
                        new Value("3b9c6fbd", share, "2025-07-13", 0.0),
                        new Value("32596bc5", time, "40", 2.345),
                        new Rows("d82daa60", step, 0),
                        new Value("d82daa60", time, "40", 2.358),
                        new Value("d82daa60", time, "41", 2.345),
                        new Value("2012bc8b", step, "32", 1.1672),
                        new Value("2012bc8b", share, "2026-02-03", 0.0309),
                        new Rows("a949398b", time, 77),
                        new Rows("a949398b", step, 4),
                        new Value("a949398b", share, "2026-03-06", 0.052),
                        new Rows("f411b3d3", time, 89),
                        new Value("f411b3d3", time, "89", 1.23),
                        new Rows("f411b3d3", step, 5),
                        new Value("f411b3d3", step, "72", 1.3193),
                        new Value("f411b3d3", share, "2026-07-17", 0.0551),
                        new Refused("f411b3d3", 0)));
    }

    private static PlayedSource nanochat() {
        String time = "nanochat-time-to-gpt2";
        return single(
                "nanochat-leaderboard",
                "README.md",
                "/time_to_gpt2_leaderboard.md",
                List.of(
                        new Rows("a67eba35", time, 3),
                        new Value("a67eba35", time, "0", 168),
                        new Rows("4b407742", time, 5),
                        new Value("4b407742", time, "4", 2.02),
                        new Value("1b1cc3c5", time, "5", 1.8),
                        new NoValue("1b1cc3c5", time, "6"),
                        new Refused("1b1cc3c5", 1),
                        new Value("bd6e9c8d", time, "6", 1.65),
                        new Rows("bd6e9c8d", time, 7),
                        new Refused("bd6e9c8d", 0)));
    }

    private static PlayedSource tttDiscover() {
        return single(
                "ttt-discover",
                "README.md",
                "/kernel_engineering_trimul.md",
                List.of(
                        new Value("96df74ff", "trimul-kernel-time-a100", "A100", 2198),
                        new Value("96df74ff", "trimul-kernel-time-a100", "A100|Best Human", 4531),
                        new Value("96df74ff", "trimul-kernel-time-h100", "H100", 1161),
                        new Value("96df74ff", "trimul-kernel-time-h100", "H100|Best Human", 1371),
                        new Value("96df74ff", "trimul-kernel-time-b200", "B200", 905),
                        new Value("96df74ff", "trimul-kernel-time-b200", "B200|Best Human", 1005),
                        new Value("96df74ff", "trimul-kernel-time-mi300x", "MI300x", 1596),
                        new Rows("96df74ff", "trimul-kernel-time-mi300x", 2),
                        new Refused("96df74ff", 0)));
    }

    private static PlayedSource erdos() {
        String solved = "erdos-solved";
        return new PlayedSource(
                "erdos-problems",
                "erdos-problems",
                "erdos-problems",
                "",
                file -> {
                    if (file.endsWith("/problems.yaml.gz")) {
                        return Optional.of("problems.yaml");
                    }
                    return file.endsWith("/statistics_history.csv.gz")
                            ? Optional.of("statistics_history.csv")
                            : Optional.empty();
                },
                List.of(
                        new Value("cee85ee5", solved, "2025-08", 1),
                        new Value("7b5a6c3d", solved, "2025-09", 373),
                        new Value("45f91aad", solved, "2025-12", 410),
                        new Value("d6273d97", solved, "2026-01", 451),
                        new Value("4569f97d", solved, "2026-04", 512),
                        new Refused("4569f97d", 1),
                        new Value("af35d774", solved, "2026-08", 559),
                        new Rows("af35d774", solved, 6),
                        new Value("402130d5", solved, "2025-08", 355),
                        new Value("402130d5", solved, "2025-09", 379),
                        new Value("402130d5", solved, "2025-12", 439),
                        new Value("402130d5", solved, "2026-04", 525),
                        new Value("402130d5", solved, "2026-08", 559),
                        new Rows("402130d5", solved, 13),
                        new Refused("402130d5", 0)));
    }

    private static PlayedSource discoveries() {
        return new PlayedSource(
                "ai-discovery-ledgers",
                "ai-discovery-ledgers",
                "ai-discovery-ledgers",
                "",
                file -> {
                    String name = file.substring(file.lastIndexOf('/') + 1);
                    return switch (name) {
                        case "enwik9-records.csv" -> Optional.of("algorithms-enwik9/" + name);
                        case "matrix-multiplication-omega.csv" ->
                                Optional.of("matrix-omega/" + name);
                        case "frontiermath-open-solutions.csv" ->
                                Optional.of("math-frontiermath-open/" + name);
                        case "ecdsa-circuit-records.csv" ->
                                Optional.of("algorithms-ecdsa-circuit/" + name);
                        default -> Optional.empty();
                    };
                },
                List.of(
                        new Rows("fbb0b5e0", "enwik9-hutter-bytes", 5),
                        new Value(
                                "fbb0b5e0",
                                "enwik9-hutter-bytes",
                                "hutter_enwik9 fx2-cmix",
                                110_793_128),
                        new NoValue("fbb0b5e0", "enwik9-hutter-bytes", "hutter_enwik9 cmix-lex"),
                        new Rows("fbb0b5e0", "matmul-omega", 16),
                        new Value("fbb0b5e0", "matmul-omega", "2026 Dupont et al.", 2.371177),
                        new Rows("fbb0b5e0", "frontiermath-open-ai-solved", 5),
                        new Value("fbb0b5e0", "frontiermath-open-ai-solved", "hadamard", 5),
                        new Rows("fbb0b5e0", "ecdsa-circuit-score", 433),
                        new Value(
                                "fbb0b5e0",
                                "ecdsa-circuit-score",
                                "2026-08-10 23:52:33",
                                1_482_793_064),
                        new Refused("fbb0b5e0", 0)));
    }

    private static PlayedSource autoresearch() {
        return single(
                "autoresearch-runs",
                "results.tsv",
                "/results.tsv",
                List.of(
                        new Rows("fedfef39", "autoresearch-val-bpb", 23),
                        new Value("fedfef39", "autoresearch-val-bpb", "baseline", 0.9979),
                        new Value("fedfef39", "autoresearch-val-bpb", "438a26e", 0.969686),
                        new Value("fedfef39", "autoresearch-kept-share", "exp/H100/mar8", 0.176),
                        new Refused("fedfef39", 1)));
    }

    /// A source of one file, whose connector and folder have its name.
    private static PlayedSource single(
            String id, String file, String ending, List<PlayedSource.Expectation> expectations) {
        return new PlayedSource(
                id,
                id,
                id,
                file,
                it -> it.endsWith(ending) ? Optional.of("") : Optional.empty(),
                expectations);
    }
}
