package rubicon.ui.alert;

import com.vaadin.flow.component.UI;
import rubicon.ui.shell.Addresses;

/// The ways into the alert views.
public final class AlertNavigation {
    static final String LIST = "alerts";

    private AlertNavigation() {}

    /// All alerts.
    public static String list() {
        return list(AlertsViewState.DEFAULT);
    }

    /// One episode.
    public static String alert(String id) {
        return LIST + "/" + Addresses.segment(id);
    }

    static String list(AlertsViewState state) {
        return Addresses.of(LIST, state.toQuery());
    }

    static void push(UI ui, AlertsViewState state) {
        Addresses.follow(ui, list(state));
    }
}
