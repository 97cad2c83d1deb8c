package rubicon.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ServiceInitEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import org.jboss.logging.Logger;

/// Errors in listeners and effects: recorded, and told in a sentence.
@ApplicationScoped
class SessionErrors {
    private static final Logger LOG = Logger.getLogger(SessionErrors.class);

    void install(@Observes ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(init ->
                        init.getSession().setErrorHandler(error -> tell(error.getThrowable())));
    }

    private static void tell(Throwable cause) {
        // A browser that left while something was on its way to it.
        if (cause instanceof IOException) {
            LOG.debug("A browser left", cause);
            return;
        }
        LOG.error("A listener or an effect failed", cause);
        UI ui = UI.getCurrent();
        if (ui != null) {
            Notification.show("Something went wrong here. The error was recorded.");
        }
    }
}
