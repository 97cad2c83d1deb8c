package rubicon.simulator.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.InstantSource;

/// The one place where the service asks the machine for the time.
final class TimeSource {
    private TimeSource() {}

    @Produces
    @ApplicationScoped
    static InstantSource system() {
        return InstantSource.system();
    }
}
