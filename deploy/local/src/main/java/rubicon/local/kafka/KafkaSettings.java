package rubicon.local.kafka;

import java.nio.file.Path;
import java.util.Objects;
import rubicon.local.Durability;

/// Where a Kafka broker keeps its things and how it is reached.
///
/// @param data the folder of its logs; made and formatted if it is missing
/// @param port of the broker on loopback
/// @param controllerPort of the controller on loopback; only the broker itself speaks to it
public record KafkaSettings(Path data, int port, int controllerPort, Durability durability) {
    public KafkaSettings {
        data = data.toAbsolutePath().normalize();
        Objects.requireNonNull(durability, "durability");
        if (port == controllerPort) {
            throw new IllegalArgumentException("broker and controller share port " + port);
        }
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }
}
