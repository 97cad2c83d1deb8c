package rubicon.ui.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// How the simulator is reached.
@ConfigMapping(prefix = "rubicon.simulator")
interface SimulatorConfig extends ServiceConfig {
    @Override
    @WithDefault("http://localhost:8082")
    URI url();

    @Override
    @WithDefault("PT2S")
    Duration connectTimeout();

    @Override
    @WithDefault("PT20S")
    Duration readTimeout();
}
