package rubicon.ui.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;

/// All partitions of a topic from the beginning, without a consumer group: every replica of this
/// service reads everything.
final class KafkaTopicSource implements TopicSource {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(3);

    private final Consumer<String, String> consumer;
    private final Collection<TopicPartition> partitions;
    private final Map<TopicPartition, Long> ends;

    private KafkaTopicSource(
            Consumer<String, String> consumer,
            Collection<TopicPartition> partitions,
            Map<TopicPartition, Long> ends) {
        this.consumer = consumer;
        this.partitions = partitions;
        this.ends = ends;
    }

    /// An opener for brokers that are reached with these settings.
    static Opener with(Map<String, Object> settings) {
        return topic -> open(topic, settings);
    }

    private static KafkaTopicSource open(String topic, Map<String, Object> settings) {
        Consumer<String, String> consumer = new KafkaConsumer<>(consumerSettings(settings));
        try {
            List<TopicPartition> partitions = new ArrayList<>();
            for (var info : consumer.partitionsFor(topic, ANSWER_WITHIN)) {
                partitions.add(new TopicPartition(topic, info.partition()));
            }
            if (partitions.isEmpty()) {
                throw new IllegalStateException("topic " + topic + " does not exist yet");
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions, ANSWER_WITHIN);
            return new KafkaTopicSource(consumer, partitions, Map.copyOf(ends));
        } catch (RuntimeException e) {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
            throw e;
        }
    }

    private static Map<String, Object> consumerSettings(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // A fetch that waits is answered with the first byte, so a record is here when it is there.
        all.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        all.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);
        all.put(ConsumerConfig.RECONNECT_BACKOFF_MS_CONFIG, 50);
        all.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        all.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 30_000);
        all.remove(ConsumerConfig.GROUP_ID_CONFIG);
        return all;
    }

    @Override
    public List<TopicRecord> poll(Duration patience) {
        List<TopicRecord> polled = new ArrayList<>();
        for (ConsumerRecord<String, String> each : consumer.poll(patience)) {
            polled.add(new TopicRecord(each.key(), each.value()));
        }
        return polled;
    }

    @Override
    public boolean caughtUp() {
        for (var end : ends.entrySet()) {
            if (consumer.position(end.getKey(), ANSWER_WITHIN) < end.getValue()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean alive() {
        try {
            consumer.endOffsets(partitions, ANSWER_WITHIN);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    @Override
    public void wake() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }
}
