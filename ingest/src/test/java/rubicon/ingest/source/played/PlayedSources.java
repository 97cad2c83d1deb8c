package rubicon.ingest.source.played;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rubicon.ingest.source.played.PlayedSource.Counted;
import rubicon.ingest.source.played.PlayedSource.Estimate;
import rubicon.ingest.source.played.PlayedSource.EvalRuns;
import rubicon.ingest.source.played.PlayedSource.NoValue;
import rubicon.ingest.source.played.PlayedSource.Refused;
import rubicon.ingest.source.played.PlayedSource.Rows;

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
                        new Counted("3a947ac7", 7059, 0, 0),
                        new Refused("3a947ac7", 0),
                        new Counted("9c1d4e54", 4, 407, 6652),
                        new EvalRuns("9c1d4e54", "o1", 1014),
                        new EvalRuns("9c1d4e54", "o1-preview", 567),
                        new EvalRuns("9c1d4e54", "human", 211),
                        new Refused("9c1d4e54", 0)));
    }

    /// The files by eye. Their suite is told by each row: of the 1.1 files, three rows are of suite
    /// 1.0 and revise those that are held of it, the other thirty stay as they were. The mean
    /// scores of suite 1.1 never changed.
    private static PlayedSource metr() {
        String score = "metr-suite-score";
        String p50 = "metr-horizon-p50";
        String p80 = "metr-horizon-p80";
        String old50 = "metr-horizon-p50-v1-0";
        String old80 = "metr-horizon-p80-v1-0";
        String opus = "claude_opus_4_6_inspect";
        return new PlayedSource(
                "metr-time-horizons",
                "metr-time-horizons",
                "metr-benchmark-results",
                "benchmark_results.yaml",
                file -> file.contains("benchmark_results") ? Optional.of("") : Optional.empty(),
                List.of(
                        new Counted("a8d888bc", 52, 0, 0),
                        new Rows("a8d888bc", old50, 26),
                        new Rows("a8d888bc", old80, 26),
                        new Rows("a8d888bc", p50, 0),
                        new Estimate("a8d888bc", old50, "gpt_4", 5.364045, 2.533155, 10.33667),
                        new Estimate("a8d888bc", old80, "gpt_4", 0.965175, 0.363716, 2.258098),
                        new Estimate("a8d888bc", old50, "gpt2", 0.039744, 0.001809, 0.130639),
                        new Estimate("a8d888bc", old50, "o3", 92.179215, 46.878526, 163.900967),
                        new Rows("e484004c", old50, 33),
                        new Rows("e484004c", old80, 33),
                        new Estimate("e484004c", old50, "gpt_4", 5.35186, 2.515004, 10.267319),
                        new Estimate("e484004c", old80, "o3", 21.431305, 7.922786, 48.234031),
                        new Estimate("e484004c", old50, "gpt2", 0.039762, 0.001939, 0.130415),
                        new Rows("94131bb2", p50, 14),
                        new Rows("94131bb2", p80, 14),
                        new Rows("94131bb2", score, 14),
                        new Rows("94131bb2", old50, 33),
                        new Estimate("94131bb2", old50, "gpt2", 0.039762, 0.002019, 0.130397),
                        new Estimate(
                                "94131bb2", old80, "davinci_002", 0.034139, 0.013154, 0.062221),
                        new NoValue("94131bb2", p50, "gpt2"),
                        new Estimate("94131bb2", old50, "gpt_4", 5.35186, 2.515004, 10.267319),
                        new Estimate("94131bb2", p50, "gpt_4", 3.524514, 1.63379, 6.944557),
                        new Estimate("94131bb2", p80, "gpt_4", 0.621658, 0.21275, 1.528809),
                        new NoValue("94131bb2", p50, opus),
                        new Rows("2afb13df", p50, 20),
                        new Rows("2afb13df", old50, 33),
                        // The same estimates with other intervals.
                        new Estimate("2afb13df", p50, "gpt_4", 3.524514, 1.645757, 6.79609),
                        new Estimate("2afb13df", p50, opus, 870.027186, 347.978397, 5374.814082),
                        new Estimate("2afb13df", p80, opus, 62.851039, 23.073051, 154.948418),
                        new Estimate(
                                "2afb13df", p50, "gpt_5_2", 394.383957, 202.460405, 1084.003594),
                        // The correction, under the same name.
                        new Rows("0a397e8a", p50, 20),
                        new Rows("0a397e8a", p80, 20),
                        new Rows("0a397e8a", old50, 33),
                        new Rows("0a397e8a", score, 20),
                        new Counted("0a397e8a", 0, 40, 26),
                        new Estimate("0a397e8a", p50, opus, 718.80683, 319.32091, 3949.750392),
                        new Estimate("0a397e8a", p80, opus, 69.874587, 26.206972, 169.697548),
                        new Estimate("0a397e8a", p50, "gpt_5_2", 352.249302, 191.31908, 862.339204),
                        new Estimate("0a397e8a", p80, "gpt_4", 0.889561, 0.353578, 2.565517),
                        new Estimate("0a397e8a", old50, "gpt2", 0.039762, 0.002019, 0.130397),
                        new Refused("0a397e8a", 0)));
    }
}
