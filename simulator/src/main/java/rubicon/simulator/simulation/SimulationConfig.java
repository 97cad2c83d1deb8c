package rubicon.simulator.simulation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Settings of simulations.
@ConfigMapping(prefix = "rubicon.simulations")
interface SimulationConfig {

    /// How many chunks are at work side by side in this process. Default: 2.
    @WithDefault("2")
    int workers();

    /// Most samples of a run, the runs of a design for Sobol indices counted as such. Default:
    /// 2000000.
    @WithDefault("2000000")
    long mostSamples();

    /// Most numbers of a run: samples times the numbers that each answers, and those of a design.
    /// Default: 500000000.
    @WithDefault("500000000")
    long mostNumbers();

    /// How many times its time limit a run may be estimated to last when it is taken on: estimates
    /// err, and a house may grow with its load. Default: 2.
    @WithDefault("2")
    double leeway();

    /// After how long without progress chunks that may be lost are handed out again. Default: 30 s.
    @WithDefault("30s")
    Duration patience();

    /// How long runs stay once they have ended; those that made projections stay. Zero: for ever.
    /// Default: 180 days.
    @WithDefault("P180D")
    Duration keep();

    /// How often lost chunks and runs that last too long are looked for. Default: 5 s.
    @WithDefault("5s")
    String every();
}
