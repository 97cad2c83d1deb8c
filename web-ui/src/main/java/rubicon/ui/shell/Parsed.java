package rubicon.ui.shell;

import java.util.List;

/// A view's state as its address gave it.
///
/// @param notices what of the address could not be understood, a sentence each
public record Parsed<S>(S state, List<String> notices) {
    public Parsed {
        notices = List.copyOf(notices);
    }
}
