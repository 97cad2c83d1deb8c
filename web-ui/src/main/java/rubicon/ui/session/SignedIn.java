package rubicon.ui.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
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

    /// Keeps who may enter, and answers the ticket for [#enter(HttpServletRequest, String)]: a page
    /// can not rename its browser's session, for it may be written to over a WebSocket.
    public static String announce(UI page, Identity identity) {
        return Ticket.issue(page, identity);
    }

    /// Remembers who shows a ticket, in a session that nobody else knows the name of. Tells whether
    /// it was a ticket.
    public static boolean enter(HttpServletRequest request, String ticket) {
        HttpSession visitors = request.getSession(false);
        if (visitors == null) {
            return false;
        }
        // First, so that nobody opens another page under the old name meanwhile.
        request.changeSessionId();
        Optional<Identity> identity = Ticket.redeem(visitors, ticket);
        identity.ifPresent(it -> visitors.setAttribute(NAME, it));
        return identity.isPresent();
    }

    /// Remembers who signed in elsewhere, in a session of their own: what somebody else may have
    /// opened under the visitor's one ends with it.
    public static void enter(HttpServletRequest request, Identity identity) {
        HttpSession visitors = request.getSession(false);
        if (visitors != null) {
            visitors.invalidate();
        }
        request.getSession(true).setAttribute(NAME, identity);
        // The container may give the new session the name that the browser brought.
        request.changeSessionId();
    }

    /// Makes a visitor of the session again, and tells each of its open pages.
    public static void forget() {
        forgetExcept(Optional.empty());
    }

    /// The same, for a page that is on its way to another view: it is not told.
    public static void forgetOnEntering(UI page) {
        forgetExcept(Optional.of(page));
    }

    private static void forgetExcept(Optional<UI> page) {
        session().ifPresent(session -> session.removeAttribute(NAME));
        List.copyOf(VaadinSession.getCurrent().getUIs()).stream()
                .filter(ui -> page.filter(ui::equals).isEmpty())
                .forEach(LogInEnded::tell);
    }

    private static Optional<WrappedSession> session() {
        return Optional.ofNullable(VaadinSession.getCurrent()).map(VaadinSession::getSession);
    }
}
