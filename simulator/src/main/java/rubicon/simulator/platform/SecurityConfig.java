package rubicon.simulator.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Settings of who may do what.
@ConfigMapping(prefix = "rubicon.security")
interface SecurityConfig {

    /// Whether reading needs no credentials. True only on a machine of one's own. Default: false.
    @WithDefault("false")
    boolean anonymousRead();
}
