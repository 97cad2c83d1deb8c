package rubicon.ui.milestone;

import com.vaadin.flow.component.UI;
import rubicon.ui.shell.Addresses;

/// The ways into the milestones.
final class MilestoneNavigation {
    static final String LIST = "milestones";

    private MilestoneNavigation() {}

    static String list(MilestonesViewState state) {
        return Addresses.of(LIST, state.toQuery());
    }

    static void push(UI ui, MilestonesViewState state) {
        Addresses.follow(ui, list(state));
    }
}
