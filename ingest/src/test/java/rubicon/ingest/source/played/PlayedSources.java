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
        all.addAll(BoardSources.all());
        all.addAll(LedgerSources.all());
        all.addAll(EpochSources.all());
        all.addAll(EvalToolSources.all());
        return List.copyOf(all);
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
