package rubicon.ui.deadletter;

import com.vaadin.flow.component.UI;
import rubicon.ui.shell.Addresses;

/// The ways into the dead letters.
final class DeadLetterNavigation {
    static final String LIST = "dead-letters";

    private DeadLetterNavigation() {}

    static String list(DeadLettersViewState state) {
        return Addresses.of(LIST, state.toQuery());
    }

    static String letter(String id) {
        return LIST + "/" + Addresses.segment(id);
    }

    static void push(UI ui, DeadLettersViewState state) {
        Addresses.follow(ui, list(state));
    }
}
