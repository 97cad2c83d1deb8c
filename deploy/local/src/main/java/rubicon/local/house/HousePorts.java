package rubicon.local.house;

import java.util.LinkedHashMap;
import java.util.Map;
import rubicon.local.StartFailed;
import rubicon.local.process.Ports;

/// The ports of a house, all on loopback.
record HousePorts(
        int web, int ingest, int simulator, int kafka, int kafkaController, int postgres) {

    static HousePorts of(int offset) {
        return new HousePorts(
                8080 + offset,
                8081 + offset,
                8082 + offset,
                19_092 + offset,
                19_093 + offset,
                15_432 + offset);
    }

    /// Checks that nobody listens on any of them.
    ///
    /// @throws StartFailed if one is taken; the sentence names it
    void requireFree() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("web-ui", web);
        wanted.put("ingest", ingest);
        wanted.put("simulator", simulator);
        wanted.put("Kafka", kafka);
        wanted.put("Kafka's controller", kafkaController);
        wanted.put("PostgreSQL", postgres);
        wanted.forEach((who, port) -> {
            if (!Ports.isFree(port)) {
                throw new StartFailed(
                        "Port %d, which %s needs, is taken; give other ports with --port-offset N."
                                .formatted(port, who));
            }
        });
    }
}
