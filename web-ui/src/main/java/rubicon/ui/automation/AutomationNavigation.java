package rubicon.ui.automation;

import com.vaadin.flow.component.UI;
import rubicon.ui.shell.Addresses;

/// The ways into the page of the indices.
final class AutomationNavigation {
    static final String PAGE = "automation";

    private AutomationNavigation() {}

    static String page(AutomationViewState state) {
        return Addresses.of(PAGE, state.toQuery());
    }

    static void push(UI ui, AutomationViewState state) {
        Addresses.follow(ui, page(state));
    }
}
