package rubicon.ui.client;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/// How the ingest service is reached.
@ConfigMapping(prefix = "rubicon.ingest")
interface IngestConfig extends ServiceConfig {
    @Override
    @WithDefault("http://localhost:8081")
    URI url();

    @Override
    @WithDefault("PT2S")
    Duration connectTimeout();

    @Override
    @WithDefault("PT10S")
    Duration readTimeout();
}
