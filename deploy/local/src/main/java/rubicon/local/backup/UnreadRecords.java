package rubicon.local.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import rubicon.model.wire.Topics;

/// The records that have come in and were not taken yet. What the services themselves have sent is
/// not among them: they send it again.
///
/// Where the services stand must be asked *before* the database is read, and where the topics end
/// *after* it: then whatever is not in the database is between the two.
final class UnreadRecords implements AutoCloseable {
    /// Topics on which others speak to the house.
    static final List<String> INBOUND = List.of(Topics.OBSERVATIONS, Topics.EVAL_RUNS);

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final SortedMap<TopicPartition, Long> from;

    private UnreadRecords(
            KafkaConsumer<byte[], byte[]> consumer, SortedMap<TopicPartition, Long> from) {
        this.consumer = consumer;
        this.from = from;
    }

    /// Asks where the services stand.
    static UnreadRecords after(String bootstrapServers)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> taken = taken(bootstrapServers);
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "none"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        try {
            List<TopicPartition> partitions = partitions(consumer);
            SortedMap<TopicPartition, Long> from = sorted();
            consumer.beginningOffsets(partitions, LIMIT)
                    .forEach((partition, first) -> {
                        OffsetAndMetadata offset = taken.get(partition);
                        from.put(
                                partition,
                                offset == null ? first : Math.max(first, offset.offset()));
                    });
            return new UnreadRecords(consumer, from);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /// Partitions of a topic that may have such records, with the first of them.
    SortedMap<TopicPartition, Long> from(String topic) {
        SortedMap<TopicPartition, Long> found = sorted();
        from.forEach((partition, first) -> {
            if (partition.topic().equals(topic)) {
                found.put(partition, first);
            }
        });
        return found;
    }

    /// Where a topic ends now.
    Map<TopicPartition, Long> ends(String topic) {
        return consumer.endOffsets(from(topic).keySet(), LIMIT);
    }

    /// Writes the records of a topic up to these ends, one a line.
    ///
    /// @return how many they are
    long write(
            String topic,
            Map<TopicPartition, Long> ends,
            Predicate<ConsumerRecord<byte[], byte[]>> wanted,
            OutputStream out)
            throws IOException {
        long written = 0;
        for (Map.Entry<TopicPartition, Long> first : from(topic).entrySet()) {
            long end = ends.getOrDefault(first.getKey(), 0L);
            written += write(first.getKey(), first.getValue(), end, wanted, out);
        }
        return written;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private long write(
            TopicPartition partition,
            long from,
            long end,
            Predicate<ConsumerRecord<byte[], byte[]>> wanted,
            OutputStream out)
            throws IOException {
        if (from >= end) {
            return 0;
        }
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        long written = 0;
        long heardAt = System.nanoTime();
        for (long before = from; before < end; before = consumer.position(partition)) {
            var records = consumer.poll(POLL);
            for (ConsumerRecord<byte[], byte[]> kafka : records) {
                if (kafka.offset() < end && wanted.test(kafka)) {
                    out.write(JSON.writeValueAsBytes(RecordLine.of(kafka)));
                    out.write("\n".getBytes(StandardCharsets.US_ASCII));
                    written++;
                }
            }
            if (consumer.position(partition) > before) {
                heardAt = System.nanoTime();
            } else if (System.nanoTime() - heardAt > LIMIT.toNanos()) {
                throw new KafkaException("Kafka does not give the records of " + partition);
            }
        }
        return written;
    }

    private static List<TopicPartition> partitions(KafkaConsumer<byte[], byte[]> consumer) {
        return INBOUND.stream()
                .flatMap(topic -> consumer.partitionsFor(topic, LIMIT).stream())
                .map(it -> new TopicPartition(it.topic(), it.partition()))
                .toList();
    }

    private static Map<TopicPartition, OffsetAndMetadata> taken(String bootstrapServers)
            throws ExecutionException, InterruptedException, TimeoutException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.listConsumerGroupOffsets(Topics.INTAKE_GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw e;
        }
    }

    private static SortedMap<TopicPartition, Long> sorted() {
        return new TreeMap<>(
                java.util.Comparator.comparing(TopicPartition::topic)
                        .thenComparingInt(TopicPartition::partition));
    }
}
