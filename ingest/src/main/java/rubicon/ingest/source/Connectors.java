package rubicon.ingest.source;

import java.util.List;
import rubicon.ingest.source.algotune.AlgoTuneReports;
import rubicon.ingest.source.anthropic.AnthropicRdAutomationIndex;
import rubicon.ingest.source.cards.AiRdSystemCards;
import rubicon.ingest.source.discovery.AiDiscoveryLedgers;
import rubicon.ingest.source.discovery.ErdosProblems;
import rubicon.ingest.source.discovery.TttDiscover;
import rubicon.ingest.source.epoch.EpochBenchmarkingHub;
import rubicon.ingest.source.epoch.EpochCapabilitiesIndex;
import rubicon.ingest.source.evaltool.EveryEvalEver;
import rubicon.ingest.source.evaltool.HuggingFaceEvalResults;
import rubicon.ingest.source.evaltool.InspectLogs;
import rubicon.ingest.source.evaltool.LmEvaluationHarness;
import rubicon.ingest.source.facts.FactsConnector;
import rubicon.ingest.source.gso.GsoBoard;
import rubicon.ingest.source.hal.CoreBenchRuns;
import rubicon.ingest.source.metr.MetrBenchmarkResults;
import rubicon.ingest.source.metr.MetrCrossDomainHorizon;
import rubicon.ingest.source.metr.MetrRuns;
import rubicon.ingest.source.mlebench.MleBenchLeaderboard;
import rubicon.ingest.source.plain.CsvObservations;
import rubicon.ingest.source.plain.JsonlObservations;
import rubicon.ingest.source.posttrainbench.PostTrainBench;
import rubicon.ingest.source.speedrun.AutoresearchRuns;
import rubicon.ingest.source.speedrun.ModdedNanoGptRecords;
import rubicon.ingest.source.speedrun.NanochatLeaderboard;
import rubicon.ingest.source.swebench.SweBenchLeaderboards;

/// The connectors that `sources.yaml` may name. A new one is added here and nowhere else; the
/// contract test then asks for its fixture.
final class Connectors {
    private Connectors() {}

    /// One of each.
    static List<Connector> all() {
        return List.of(
                new AiDiscoveryLedgers(),
                new AiRdSystemCards(),
                new AlgoTuneReports(),
                new AnthropicRdAutomationIndex(),
                new AutoresearchRuns(),
                new CoreBenchRuns(),
                new CsvObservations(),
                new EpochBenchmarkingHub(),
                new EpochCapabilitiesIndex(),
                new ErdosProblems(),
                new EveryEvalEver(),
                new FactsConnector(),
                new GsoBoard(),
                new HuggingFaceEvalResults(),
                new InspectLogs(),
                new JsonlObservations(),
                new LmEvaluationHarness(),
                new MetrBenchmarkResults(),
                new MetrCrossDomainHorizon(),
                new MetrRuns(),
                new MleBenchLeaderboard(),
                new ModdedNanoGptRecords(),
                new NanochatLeaderboard(),
                new PostTrainBench(),
                new SweBenchLeaderboards(),
                new TttDiscover());
    }
}
