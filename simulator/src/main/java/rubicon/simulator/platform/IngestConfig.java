package rubicon.simulator.platform;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/// Where the service finds ingest, which knows the tokens and the ledger.
@ConfigMapping(prefix = "rubicon.ingest")
public interface IngestConfig {

    /// Base address of ingest. Default: `http://127.0.0.1:8081`.
    @WithDefault("http://127.0.0.1:8081")
    URI url();
}
