package rubicon.ui.client;

import java.net.URI;
import java.time.Duration;

/// How a service is reached.
interface ServiceConfig {
    /// Its address, without `/api/v1`.
    URI url();

    /// How long a connection may take to open.
    Duration connectTimeout();

    /// How long an answer may take.
    Duration readTimeout();
}
