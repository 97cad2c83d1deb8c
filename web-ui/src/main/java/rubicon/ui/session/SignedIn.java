package rubicon.ui.session;

import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;

/// The identity of the browser session at hand. Called with the session's lock held, as every page
/// and listener does.
public final class SignedIn {
    private static final String NAME = Identity.class.getName();

    private SignedIn() {}

    /// Who is signed in; empty for a visitor.
    public static Optional<Identity> current() {
        return session().map(session -> (Identity) session.getAttribute(NAME));
    }

    /// Remembers who signed in until the session ends.
    public static void remember(Identity identity) {
        session().ifPresent(session -> session.setAttribute(NAME, identity));
    }

    /// Remembers who signed in outside of the pages.
    public static void remember(HttpSession session, Identity identity) {
        session.setAttribute(NAME, identity);
    }

    /// Makes a visitor of the session again.
    public static void forget() {
        session().ifPresent(session -> session.removeAttribute(NAME));
    }

    private static Optional<WrappedSession> session() {
        return Optional.ofNullable(VaadinSession.getCurrent()).map(VaadinSession::getSession);
    }
}
