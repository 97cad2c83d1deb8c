package rubicon.ingest.intake;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.outbox.Outbox;
import rubicon.ingest.outbox.OutboxHeader;
import rubicon.ingest.outbox.ProducerSettings;
import rubicon.ingest.platform.PlainSql;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.Topics;

/// Keeps what was refused, and sends it again once its cause is mended.
@ApplicationScoped
public class DeadLetterService {
    private static final Logger LOG = Logger.getLogger(DeadLetterService.class);

    private static final int FIELD_LIMIT = 500;
    private static final int REASON_LIMIT = 4_000;

    private final DeadLetterRepository letters;
    private final Outbox outbox;
    private final PlainSql sql;
    private final Producer<byte[], byte[]> producer;

    DeadLetterService(
            DeadLetterRepository letters,
            Outbox outbox,
            PlainSql sql,
            @Identifier("default-kafka-broker") Map<String, Object> kafka) {
        this.letters = letters;
        this.outbox = outbox;
        this.sql = sql;
        this.producer =
                new KafkaProducer<>(
                        ProducerSettings.reliable(kafka),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    /// A dead letter for a reader.
    public record DeadLetter(
            String id,
            String topic,
            int partition,
            long offset,
            @Nullable String key,
            @Nullable String value,
            String field,
            String reason,
            Instant receivedAt,
            @Nullable Instant replayedAt,
            @Nullable String replayedBy) {

        static DeadLetter of(DeadLetterEntity row) {
            return new DeadLetter(
                    row.id,
                    row.topic,
                    row.partition,
                    row.offset,
                    text(row.key),
                    text(row.value),
                    row.field,
                    row.reason,
                    row.receivedAt,
                    row.replayedAt,
                    row.replayedBy);
        }
    }

    /// Keeps a refused record, here and on the dead-letter topic. A second delivery changes
    /// nothing.
    @Transactional(TxType.MANDATORY)
    public void refuse(Received received, Optional<EventKey> event, List<Violation> violations) {
        Optional<DeadLetterEntity> there = letters.findByIdOptional(received.address());
        if (there.isPresent() && isSame(there.get(), received)) {
            return;
        }
        // Of a Kafka that is no more: the offsets of the one after it began anew.
        String id =
                there.isEmpty()
                        ? received.address()
                        : "%s-%d"
                                .formatted(received.address(), received.stampedAt().toEpochMilli());
        if (there.isPresent() && letters.findByIdOptional(id).isPresent()) {
            return;
        }
        Violation first = violations.getFirst();
        String reason =
                String.join(
                        "; ",
                        violations.stream().map(it -> it.field() + " " + it.message()).toList());
        DeadLetterEntity row = new DeadLetterEntity();
        row.id = id;
        row.topic = received.topic();
        row.partition = received.partition();
        row.offset = received.offset();
        row.key = received.key();
        row.value = received.value();
        row.headers =
                received.headers().stream()
                        .map(it -> OutboxHeader.of(it.name(), it.value()))
                        .toList();
        row.stampedAt = received.stampedAt();
        row.receivedAt = now();
        row.field = clean(first.field(), FIELD_LIMIT);
        row.reason = clean(reason, REASON_LIMIT);
        row.eventSource = event.map(it -> clean(it.source(), FIELD_LIMIT)).orElse(null);
        row.eventId = event.map(it -> clean(it.id(), FIELD_LIMIT)).orElse(null);
        letters.persist(row);
        outbox.add(Topics.OBSERVATIONS_DEAD_LETTER, received.key(), received.value(), headers(row));
        LOG.warnf(
                "Record refused topic=%s partition=%d offset=%d error=%s",
                row.topic, row.partition, row.offset, row.field);
    }

    /// Which of these events were refused.
    @Transactional
    public Set<EventKey> refused(Collection<EventKey> events) {
        Set<EventKey> asked = new HashSet<>(events);
        Set<EventKey> refused = new HashSet<>();
        for (DeadLetterEntity row : letters.ofEvents(asked.stream().map(EventKey::id).toList())) {
            EventKey event = new EventKey(row.eventSource, row.eventId);
            if (asked.contains(event)) {
                refused.add(event);
            }
        }
        return refused;
    }

    /// Sends a dead letter to its topic again, byte for byte and with its own time.
    ///
    /// @return empty if there is none of that id
    @Transactional
    public Optional<DeadLetter> replay(String id, String by) throws InterruptedException {
        DeadLetterEntity row = letters.findById(id);
        if (row == null) {
            return Optional.empty();
        }
        // Before it is sent: what refuses it again comes after.
        row.replayedAt = now();
        row.replayedBy = by;
        ProducerRecord<byte[], byte[]> kafka =
                new ProducerRecord<>(
                        row.topic, null, row.stampedAt.toEpochMilli(), row.key, row.value);
        row.headers.forEach(it -> kafka.headers().add(it.kafkaName(), it.value()));
        try {
            producer.send(kafka).get();
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not take the record", e.getCause());
        }
        return Optional.of(DeadLetter.of(row));
    }

    /// By the database's clock: what is refused after it was sent again may be refused by another
    /// replica, whose own clock goes otherwise.
    private Instant now() {
        return sql.query("select clock_timestamp()", it -> {}, row -> PlainSql.instant(row, 1))
                .getFirst();
    }

    private static List<OutboxHeader> headers(DeadLetterEntity row) {
        List<OutboxHeader> headers = new ArrayList<>(row.headers);
        headers.add(header("rubicon-reason", row.reason));
        headers.add(header("rubicon-field", row.field));
        headers.add(header("rubicon-topic", row.topic));
        headers.add(header("rubicon-partition", Integer.toString(row.partition)));
        headers.add(header("rubicon-offset", Long.toString(row.offset)));
        headers.add(header("rubicon-received-at", row.receivedAt.toString()));
        return headers;
    }

    private static boolean isSame(DeadLetterEntity row, Received received) {
        return row.stampedAt.equals(received.stampedAt())
                && Arrays.equals(row.key, received.key())
                && Arrays.equals(row.value, received.value());
    }

    private static OutboxHeader header(String name, String value) {
        return OutboxHeader.of(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static @Nullable String text(byte @Nullable [] bytes) {
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /// What the sender wrote may stand in the reason; PostgreSQL keeps no U+0000, and nobody reads
    /// a reason of a megabyte.
    private static String clean(String text, int limit) {
        String kept = text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
        return kept.replace('\0', ' ');
    }
}
