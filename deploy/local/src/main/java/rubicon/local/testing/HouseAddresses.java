package rubicon.local.testing;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the PostgreSQL and the Kafka of this test JVM are reached.
public record HouseAddresses(
        String bootstrapServers, String jdbcUrl, String username, String password) {
    private static final String PREFIX = "rubicon.local.testing.";

    /// As properties of Quarkus.
    public Map<String, String> toQuarkus() {
        return Map.of(
                "kafka.bootstrap.servers", bootstrapServers,
                "quarkus.datasource.jdbc.url", jdbcUrl,
                "quarkus.datasource.username", username,
                "quarkus.datasource.password", password);
    }

    /// As flat text properties; [#from] reads them back.
    Map<String, String> toProperties() {
        return Map.of(
                PREFIX + "kafka", bootstrapServers,
                PREFIX + "url", jdbcUrl,
                PREFIX + "username", username,
                PREFIX + "password", password);
    }

    /// @param lookup the value of a property, or null
    static Optional<HouseAddresses> from(Lookup lookup) {
        String kafka = lookup.get(PREFIX + "kafka");
        String url = lookup.get(PREFIX + "url");
        String username = lookup.get(PREFIX + "username");
        String password = lookup.get(PREFIX + "password");
        if (kafka == null || url == null || username == null || password == null) {
            return Optional.empty();
        }
        return Optional.of(new HouseAddresses(kafka, url, username, password));
    }

    @FunctionalInterface
    interface Lookup {
        @Nullable String get(String name);
    }
}
