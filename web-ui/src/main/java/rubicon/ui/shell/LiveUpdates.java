package rubicon.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.communication.PushConnection;
import com.vaadin.flow.shared.ui.Transport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Brings changes to open pages: over a WebSocket at once; where none comes through, by asking.
///
/// Long polling, the usual fallback, is left out: a message that meets the moment between two polls
/// is now and then held back until the next one. Asking now and then goes on beside a WebSocket
/// too, so that a message lost on the way is made good.
@ApplicationScoped
class LiveUpdates {
    private static final int ASK_WITHOUT_PUSH_MILLIS = 2_000;
    private static final int ASK_BESIDE_PUSH_MILLIS = 30_000;

    void install(@Observes ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> install(init.getUI()));
    }

    private static void install(UI ui) {
        ui.getPushConfiguration().setTransport(Transport.WEBSOCKET);
        ui.getPushConfiguration().setParameter("fallbackTransport", "none");
        // Else the browser writes each message to its console.
        ui.getPushConfiguration().setParameter("logLevel", "warn");
        ui.setPollInterval(ASK_WITHOUT_PUSH_MILLIS);
        ui.addPollListener(_ ->
                ui.setPollInterval(
                        isConnected(ui) ? ASK_BESIDE_PUSH_MILLIS : ASK_WITHOUT_PUSH_MILLIS));
    }

    private static boolean isConnected(UI ui) {
        PushConnection push = ui.getInternals().getPushConnection();
        return push != null && push.isConnected();
    }
}
