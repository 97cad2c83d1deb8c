package rubicon.ui.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;

/// Clients of a service that a test holds in its hands.
public final class Clients {
    private Clients() {}

    /// One that asks there.
    ///
    /// @param open whether reading needs no token
    public static IngestClient at(URI url, boolean open) {
        ObjectMapper json =
                JsonMapper.builder()
                        .addModule(new JavaTimeModule())
                        .disable(
                                com.fasterxml.jackson.databind.DeserializationFeature
                                        .FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
        return new IngestClient(
                new IngestConfig() {
                    @Override
                    public URI url() {
                        return url;
                    }

                    @Override
                    public Duration connectTimeout() {
                        return Duration.ofSeconds(2);
                    }

                    @Override
                    public Duration readTimeout() {
                        return Duration.ofSeconds(5);
                    }
                },
                security(open),
                json);
    }

    private static SecurityConfig security(boolean open) {
        return new SmallRyeConfigBuilder()
                .withMapping(SecurityConfig.class)
                .withDefaultValue("rubicon.security.anonymous-read", Boolean.toString(open))
                .build()
                .getConfigMapping(SecurityConfig.class);
    }
}
