package rubicon.ui.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// Who may read, and how they come in.
@ConfigMapping(prefix = "rubicon.security")
public interface SecurityConfig {

    /// Whether visitors may read without signing in, as ingest is told too.
    @WithDefault("false")
    boolean anonymousRead();

    /// Whether user and password are asked for, as ingest is told too.
    @WithDefault("true")
    boolean localAccounts();

    /// How often ingest is asked whether the log-ins of open pages still stand.
    @WithDefault("PT30S")
    Duration checkEvery();

    /// How long a browser that came by HTTPS shall come by nothing else; zero for no word of it.
    @WithDefault("P365D")
    Duration hstsMaxAge();
}
