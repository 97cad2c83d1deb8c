package rubicon.ingest.automation;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Result;
import rubicon.model.catalogue.Indicator;
import rubicon.model.observation.Evaluator;

/// What an indicator says at a moment, of what is clean.
///
/// @param best empty where nothing stands, or no direction is better
record Evidence(Indicator indicator, Optional<Best> best) {

    /// The best value.
    ///
    /// @param evaluator who measured it
    /// @param address of what supports it
    /// @param newest when the world could know the newest of the indicator's values
    record Best(Result result, Evaluator evaluator, @Nullable String address, Instant newest) {}
}
