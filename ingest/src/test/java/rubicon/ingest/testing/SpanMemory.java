package rubicon.ingest.testing;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/// Where spans go to in tests that ask for them by this profile.
public final class SpanMemory implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.otel.sdk.disabled", "false", "quarkus.otel.bsp.schedule.delay", "100ms");
    }

    static final class Exporter {
        private Exporter() {}

        @Produces
        @Singleton
        static InMemorySpanExporter memory() {
            return InMemorySpanExporter.create();
        }
    }
}
