package rubicon.ingest.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rubicon.ingest.testing.IngestHouse;

/// The age of what waits to be sent, in a transaction that is never committed, so that nothing is.
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class OutboxAgeIT {
    @Inject OutboxRepository rows;

    @BeforeEach
    void open() {
        QuarkusTransaction.begin();
        rows.deleteAll();
    }

    @AfterEach
    void forget() {
        QuarkusTransaction.rollback();
    }

    @Test
    void anEmptyOutboxHasNoAge() {
        assertThat(rows.ageOfOldest()).isZero();
    }

    @Test
    void theOldestRowSaysTheAge() {
        insert(1, 300);
        insert(2, 20);

        assertThat(rows.ageOfOldest()).isBetween(300.0, 360.0);
    }

    private void insert(long id, int secondsAgo) {
        rows.getEntityManager()
                .createNativeQuery(
                        """
                        insert into outbox (id, topic, created_at)
                        values (:id, 'nowhere', clock_timestamp() - make_interval(secs => :ago))
                        """)
                .setParameter("id", id)
                .setParameter("ago", secondsAgo)
                .executeUpdate();
    }
}
