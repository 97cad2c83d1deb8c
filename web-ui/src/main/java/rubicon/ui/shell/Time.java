package rubicon.ui.shell;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/// Where the application takes the time from.
final class Time {
    private Time() {}

    @Produces
    @Singleton
    static InstantSource now() {
        return InstantSource.system();
    }
}
