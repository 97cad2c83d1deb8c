package rubicon.ui.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicInteger;

/// How many look at the pages of this replica.
@Startup
@ApplicationScoped
class OpenPages {
    private final AtomicInteger sessions = new AtomicInteger();
    private final AtomicInteger pages = new AtomicInteger();

    OpenPages(MeterRegistry meters) {
        Gauge.builder("rubicon.ui.sessions", sessions, AtomicInteger::get)
                .description("Browsers with a session on this replica")
                .register(meters);
        Gauge.builder("rubicon.ui.pages", pages, AtomicInteger::get)
                .description("Pages that are open on this replica")
                .register(meters);
    }

    void install(@Observes ServiceInitEvent event) {
        var service = event.getSource();
        service.addSessionInitListener(_ -> sessions.incrementAndGet());
        service.addSessionDestroyListener(_ -> sessions.decrementAndGet());
        service.addUIInitListener(init -> {
            pages.incrementAndGet();
            init.getUI().addDetachListener(_ -> pages.decrementAndGet());
        });
    }
}
