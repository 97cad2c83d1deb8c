package rubicon.ui.simulator;

import com.vaadin.flow.component.UI;
import rubicon.ui.shell.Addresses;

/// The ways into the simulator.
public final class WorkbenchNavigation {
    public static final String MODELS = "simulator";

    private WorkbenchNavigation() {}

    static String model(String id) {
        return MODELS + "/" + Addresses.segment(id);
    }

    static String model(String id, WorkbenchViewState state) {
        return Addresses.of(model(id), state.toQuery());
    }

    /// A new step in the browser's history; the page shows that state already.
    static void push(UI ui, String id, WorkbenchViewState state) {
        Addresses.step(ui, model(id, state));
    }

    /// The same in place of the step before.
    static void replace(UI ui, String id, WorkbenchViewState state) {
        Addresses.replace(ui, model(id, state));
    }
}
