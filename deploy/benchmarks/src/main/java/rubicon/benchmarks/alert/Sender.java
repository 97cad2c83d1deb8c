package rubicon.benchmarks.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/// Puts releases on a topic at a steady rate, whatever becomes of them.
final class Sender implements AutoCloseable {
    private final KafkaProducer<String, String> producer;

    Sender(String kafka) {
        producer =
                new KafkaProducer<>(
                        Map.of(
                                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                kafka,
                                ProducerConfig.ACKS_CONFIG,
                                "all",
                                ProducerConfig.LINGER_MS_CONFIG,
                                0),
                        new StringSerializer(),
                        new StringSerializer());
    }

    /// Sends them all.
    ///
    /// @param rate per second
    /// @return when each was handed to the producer, in milliseconds since the epoch
    Map<Release, Double> send(
            String topic, List<Release> releases, double rate, Function<Release, String> value)
            throws InterruptedException, ExecutionException {
        Map<Release, Double> sent = new HashMap<>();
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < releases.size(); i++) {
            long due = begun + (long) (i * 1e9 / rate);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            Release release = releases.get(i);
            var record = new ProducerRecord<>(topic, release.indicator(), value.apply(release));
            sent.put(release, millis(Instant.now()));
            acknowledgements.add(producer.send(record));
        }
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
        return sent;
    }

    /// Milliseconds since the epoch, with their fractions.
    static double millis(Instant instant) {
        return instant.getEpochSecond() * 1e3 + instant.getNano() / 1e6;
    }

    @Override
    public void close() {
        producer.close();
    }
}
