package rubicon.local.kafka;

import java.util.Properties;
import java.util.stream.Stream;
import rubicon.local.Durability;
import rubicon.model.wire.Topics;

/// The configuration of the one broker of a local house.
final class BrokerProperties {
    private BrokerProperties() {}

    static Properties of(KafkaSettings settings) {
        var properties = new Properties();
        properties.putAll(
                java.util.Map.of(
                        "process.roles", "broker,controller",
                        "node.id", "1",
                        "controller.quorum.voters", "1@127.0.0.1:" + settings.controllerPort(),
                        "listeners",
                                "PLAINTEXT://127.0.0.1:"
                                        + settings.port()
                                        + ",CONTROLLER://127.0.0.1:"
                                        + settings.controllerPort(),
                        "advertised.listeners", "PLAINTEXT://127.0.0.1:" + settings.port(),
                        "listener.security.protocol.map",
                                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                        "inter.broker.listener.name", "PLAINTEXT",
                        "controller.listener.names", "CONTROLLER",
                        "log.dirs", settings.data().toString()));
        alone(properties);
        small(properties);
        if (settings.durability() == Durability.LASTING) {
            // There is no second broker to hold what a loss of power takes: at most a second's
            // worth.
            properties.put("log.flush.interval.ms", "1000");
            properties.put("log.flush.scheduler.interval.ms", "1000");
        }
        return properties;
    }

    /// One broker is all there is.
    private static void alone(Properties properties) {
        Stream.of(
                        "default.replication.factor",
                        "min.insync.replicas",
                        "offsets.topic.replication.factor",
                        "transaction.state.log.replication.factor",
                        "transaction.state.log.min.isr",
                        "share.coordinator.state.topic.replication.factor",
                        "share.coordinator.state.topic.min.isr")
                .forEach(name -> properties.put(name, "1"));
        properties.put("group.initial.rebalance.delay.ms", "0");
        // After a kill the broker is let in again once its former self has timed out.
        properties.put("broker.session.timeout.ms", "6000");
        // A misspelt topic is an error, not a new topic.
        properties.put("auto.create.topics.enable", "false");
        properties.put("num.partitions", "" + Topics.PARTITIONS);
    }

    /// A laptop is not a data centre.
    private static void small(Properties properties) {
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.num.partitions", "4");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("background.threads", "2");
        properties.put("num.recovery.threads.per.data.dir", "4");
        properties.put("log.cleaner.dedupe.buffer.size", "8388608");
        properties.put("log.index.size.max.bytes", "1048576");
    }
}
