package rubicon.ingest.source;

import java.util.List;
import rubicon.ingest.source.anthropic.AnthropicRdAutomationIndex;
import rubicon.ingest.source.cards.AiRdSystemCards;
import rubicon.ingest.source.epoch.EpochBenchmarkingHub;
import rubicon.ingest.source.epoch.EpochCapabilitiesIndex;
import rubicon.ingest.source.facts.FactsConnector;
import rubicon.ingest.source.metr.MetrBenchmarkResults;
import rubicon.ingest.source.metr.MetrCrossDomainHorizon;

/// The connectors that `sources.yaml` may name. A new one is added here and nowhere else; the
/// contract test then asks for its fixture.
final class Connectors {
    private Connectors() {}

    /// One of each.
    static List<Connector> all() {
        return List.of(
                new AiRdSystemCards(),
                new AnthropicRdAutomationIndex(),
                new EpochBenchmarkingHub(),
                new EpochCapabilitiesIndex(),
                new FactsConnector(),
                new MetrBenchmarkResults(),
                new MetrCrossDomainHorizon());
    }
}
