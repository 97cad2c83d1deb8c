package rubicon.ingest.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Settings of who may do what.
@ConfigMapping(prefix = "rubicon.security")
public interface SecurityConfig {

    /// Whether reading needs no credentials. True only on a machine of one's own. Default: false.
    @WithDefault("false")
    boolean anonymousRead();

    /// A JSON file with `adminUser`, `adminPassword`, `apiToken`: at start that account and that
    /// token are made to exist, both with the role admin. Default: none.
    Optional<Path> credentialsFile();

    /// Whether accounts of this house may log in by password. False where everybody comes from an
    /// organisation's provider: then log-ins of before are void too. Default: true.
    @WithDefault("true")
    boolean localAccounts();

    /// How long a log-in lasts. Default: 12 hours.
    @WithDefault("PT12H")
    Duration session();
}
