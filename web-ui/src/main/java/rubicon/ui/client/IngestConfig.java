package rubicon.ui.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// How the ingest service is reached.
@ConfigMapping(prefix = "rubicon.ingest")
interface IngestConfig {
    /// Its address, without `/api/v1`.
    @WithDefault("http://localhost:8081")
    URI url();

    /// How long a connection may take to open.
    @WithDefault("PT2S")
    Duration connectTimeout();

    /// How long an answer may take.
    @WithDefault("PT10S")
    Duration readTimeout();
}
