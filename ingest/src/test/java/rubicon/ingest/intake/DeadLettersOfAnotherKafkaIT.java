package rubicon.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.ledger.Violation;

/// After a restore, or the loss of Kafka, offsets begin anew: two records may have one address. In
/// a transaction that is never committed.
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class DeadLettersOfAnotherKafkaIT {
    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");

    @Inject DeadLetterService service;
    @Inject DeadLetterRepository letters;

    @BeforeEach
    void open() {
        QuarkusTransaction.begin();
    }

    @AfterEach
    void forget() {
        QuarkusTransaction.rollback();
    }

    @Test
    void aSecondDeliveryIsKnown() {
        refuse(THEN, "one");
        refuse(THEN, "one");

        assertThat(ids()).containsExactly("somewhere-3-17");
    }

    @Test
    void anotherRecordAtTheSameAddressIsKeptToo() {
        refuse(THEN, "one");
        refuse(LATER, "other");
        refuse(LATER, "other");

        assertThat(ids())
                .containsExactlyInAnyOrder(
                        "somewhere-3-17", "somewhere-3-17-" + LATER.toEpochMilli());
    }

    private void refuse(Instant stampedAt, String value) {
        service.refuse(
                new Received(
                        "somewhere",
                        3,
                        17,
                        stampedAt,
                        null,
                        value.getBytes(StandardCharsets.UTF_8),
                        List.of()),
                Optional.empty(),
                List.of(new Violation("data", "is missing")));
    }

    private List<String> ids() {
        return letters.find("topic", "somewhere").stream().map(it -> it.id).toList();
    }
}
