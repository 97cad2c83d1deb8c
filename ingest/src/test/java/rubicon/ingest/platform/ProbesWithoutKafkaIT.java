package rubicon.ingest.platform;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// A broker that does not answer: the service was started, lives, and takes no requests. To start
/// it again would not help.
@QuarkusTest
@QuarkusTestResource(value = ProbesWithoutKafkaIT.NoKafka.class, restrictToAnnotatedClass = true)
class ProbesWithoutKafkaIT {
    @Test
    void itIsStartedAndAliveAndNotReady() {
        given().get("/q/health/started").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/ready")
                .then()
                .statusCode(503)
                .body("checks.find { it.name == 'Kafka intake' }.status", equalTo("DOWN"))
                .body("checks.find { it.name.startsWith('Database') }.status", equalTo("UP"));
    }

    public static final class NoKafka implements QuarkusTestResourceLifecycleManager {
        private final IngestHouse house = new IngestHouse();

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(house.start());
            settings.put("kafka.bootstrap.servers", "127.0.0.1:" + unusedPort());
            return settings;
        }

        @Override
        public void stop() {
            house.stop();
        }

        private static int unusedPort() {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
