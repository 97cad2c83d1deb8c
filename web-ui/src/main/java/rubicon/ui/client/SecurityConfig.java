package rubicon.ui.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// Who may read.
@ConfigMapping(prefix = "rubicon.security")
public interface SecurityConfig {

    /// Whether visitors may read without signing in, as ingest is told too.
    @WithDefault("false")
    boolean anonymousRead();
}
