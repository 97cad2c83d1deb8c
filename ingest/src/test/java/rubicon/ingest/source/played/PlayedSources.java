package rubicon.ingest.source.played;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The real sources that are played.
final class PlayedSources {
    private PlayedSources() {}

    static List<PlayedSource> all() {
        List<PlayedSource> all = new ArrayList<>();
        all.add(metr());
        all.add(metrRuns());
        all.addAll(BoardSources.all());
        all.addAll(LedgerSources.all());
        all.addAll(EpochSources.all());
        all.addAll(EvalToolSources.all());
        return List.copyOf(all);
    }

    /// Of the 359 runs that were relabelled, and the 58 of which METR's verdict changed, 10 are the
    /// same. No run vanished, and none is refused: the raw scores above 1 are not what is read.
    private static PlayedSource metrRuns() {
        return new PlayedSource(
                "metr-runs",
                "metr-time-horizons",
                "metr-runs",
                "all_runs.jsonl",
                file -> file.contains("all_runs.jsonl") ? Optional.of("") : Optional.empty(),
                List.of(
                        new PlayedSource.Counted("3a947ac7", 7059, 0, 0),
                        new PlayedSource.Refused("3a947ac7", 0),
                        new PlayedSource.Counted("9c1d4e54", 4, 407, 6652),
                        new PlayedSource.EvalRuns("9c1d4e54", "o1", 1014),
                        new PlayedSource.EvalRuns("9c1d4e54", "o1-preview", 567),
                        new PlayedSource.EvalRuns("9c1d4e54", "human", 211),
                        new PlayedSource.Refused("9c1d4e54", 0)));
    }

    private static PlayedSource metr() {
        return new PlayedSource(
                "metr-time-horizons",
                "metr-time-horizons",
                "metr-benchmark-results",
                "benchmark_results.yaml",
                file -> file.contains("benchmark_results") ? Optional.of("") : Optional.empty(),
                List.of(
                        new PlayedSource.Rows("a8d888bc", "metr-horizon-p50-v1-0", 26),
                        new PlayedSource.Value(
                                "2afb13df",
                                "metr-horizon-p50",
                                "claude_opus_4_6_inspect",
                                869.9929),
                        new PlayedSource.Rows("0a397e8a", "metr-horizon-p50", 20),
                        new PlayedSource.Value(
                                "0a397e8a",
                                "metr-horizon-p50",
                                "claude_opus_4_6_inspect",
                                718.8117)));
    }
}
