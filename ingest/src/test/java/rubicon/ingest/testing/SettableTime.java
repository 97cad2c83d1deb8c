package rubicon.ingest.testing;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The service's clock in tests: the machine's, until a test moves it.
@Mock
@ApplicationScoped
public class SettableTime implements InstantSource {
    private static volatile Duration offset = Duration.ZERO;

    /// From now on the service is so far ahead of the machine.
    public static void moveAhead(Duration by) {
        offset = by;
    }

    /// The date that the service believes in.
    public static LocalDate today() {
        return Instant.now().plus(offset).atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }
}
