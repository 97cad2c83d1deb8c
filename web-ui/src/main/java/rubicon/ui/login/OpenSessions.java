package rubicon.ui.login;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The browser sessions of this replica.
@ApplicationScoped
class OpenSessions {
    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();

    /// The service starts before the settings of this run are known.
    void install(@Observes ServiceInitEvent event) {
        event.getSource().addSessionInitListener(init -> sessions.add(init.getSession()));
        event.getSource().addSessionDestroyListener(end -> sessions.remove(end.getSession()));
    }

    List<VaadinSession> all() {
        return List.copyOf(sessions);
    }
}
