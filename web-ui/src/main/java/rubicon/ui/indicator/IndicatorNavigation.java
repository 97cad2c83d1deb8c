package rubicon.ui.indicator;

import com.vaadin.flow.component.UI;
import rubicon.ui.shell.Addresses;

/// The ways into the indicator views.
public final class IndicatorNavigation {
    static final String LIST = "indicators";

    private IndicatorNavigation() {}

    /// The list.
    public static String list(IndicatorsViewState state) {
        return Addresses.of(LIST, state.toQuery());
    }

    /// One indicator as it is shown by default.
    public static String indicator(String id) {
        return indicator(id, IndicatorViewState.DEFAULT);
    }

    /// One indicator, in a state.
    public static String indicator(String id, IndicatorViewState state) {
        return Addresses.of(LIST + "/" + Addresses.segment(id), state.toQuery());
    }

    /// Shows another state of the view; the browser's back button returns to this one.
    static void push(UI ui, String id, IndicatorViewState state) {
        Addresses.follow(ui, indicator(id, state));
    }

    /// Corrects the address without a step in the browser's history.
    static void replace(UI ui, String address) {
        Addresses.replace(ui, address);
    }
}
