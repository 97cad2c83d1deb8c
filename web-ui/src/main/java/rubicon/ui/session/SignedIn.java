package rubicon.ui.session;

import com.vaadin.flow.server.VaadinSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The identity of the browser session at hand. Called with the session's lock held, as every page
/// and listener does.
public final class SignedIn {
    private SignedIn() {}

    /// Who is signed in; empty for a visitor.
    public static Optional<Identity> current() {
        return Optional.ofNullable(VaadinSession.getCurrent())
                .map(session -> session.getAttribute(Identity.class));
    }

    /// Remembers who signed in until the session ends.
    public static void remember(Identity identity) {
        set(identity);
    }

    /// Makes a visitor of the session again.
    public static void forget() {
        set(null);
    }

    private static void set(@Nullable Identity identity) {
        VaadinSession.getCurrent().setAttribute(Identity.class, identity);
    }
}
