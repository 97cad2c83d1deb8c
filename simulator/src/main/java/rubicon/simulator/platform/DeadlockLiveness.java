package rubicon.simulator.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/// Alive while no threads wait for each other for ever. Nothing outside this process is asked.
@Liveness
@ApplicationScoped
class DeadlockLiveness implements HealthCheck {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("no deadlock")
                .status(threads.findDeadlockedThreads() == null)
                .build();
    }
}
