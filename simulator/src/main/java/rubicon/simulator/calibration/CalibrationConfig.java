package rubicon.simulator.calibration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/// Settings of live calibration.
@ConfigMapping(prefix = "rubicon.calibration")
public interface CalibrationConfig {

    /// The bearer token with which the ledger is read, of a viewer. Default: none, which is enough
    /// where reading is open.
    Optional<String> token();

    /// How long an answer of the ledger is waited for. Default: 5 s.
    @WithDefault("5s")
    Duration timeout();

    /// How long what was read for the list of models is taken for new. Default: 1 min.
    @WithDefault("1m")
    Duration fresh();

    /// How often it is looked for scenarios that are to be run anew. Default: 2 s.
    @WithDefault("2s")
    String every();

    /// How long after the first of several releases their scenarios are run, once for all. Default:
    /// 3 s.
    @WithDefault("3s")
    Duration settle();

    /// The longest pause between two tries. Default: 10 min.
    @WithDefault("10m")
    Duration longestPause();
}
