package rubicon.ui.discrepancy;

import com.vaadin.flow.component.UI;
import rubicon.ui.shell.Addresses;

/// The ways into the page of disagreements.
final class DiscrepancyNavigation {
    static final String LIST = "discrepancies";

    private DiscrepancyNavigation() {}

    static String list(DiscrepanciesViewState state) {
        return Addresses.of(LIST, state.toQuery());
    }

    static void push(UI ui, DiscrepanciesViewState state) {
        Addresses.follow(ui, list(state));
    }
}
