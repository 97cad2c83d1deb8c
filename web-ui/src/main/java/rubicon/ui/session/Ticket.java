package rubicon.ui.session;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// What a page that signed somebody in hands to their browser, which shows it at the door. It opens
/// once. Who knows no more than the session's cookie does not know it.
final class Ticket {
    private static final String NAME = Ticket.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] secret;
    private final VaadinSession session;
    private final UI page;
    private final Identity identity;

    private Ticket(String secret, VaadinSession session, UI page, Identity identity) {
        this.secret = bytes(secret);
        this.session = session;
        this.page = page;
        this.identity = identity;
    }

    /// Keeps who may enter, and answers what they must show.
    static String issue(UI page, Identity identity) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        VaadinSession session = page.getSession();
        session.getSession().setAttribute(NAME, new Ticket(secret, session, page, identity));
        return secret;
    }

    /// Who may enter; empty for what is no ticket of this session, or was shown before. Pages of
    /// the session end but for the one that gave the ticket: they may be somebody else's.
    static Optional<Identity> redeem(HttpSession browser, String shown) {
        if (!(browser.getAttribute(NAME) instanceof Ticket ticket)
                || !MessageDigest.isEqual(ticket.secret, bytes(shown))) {
            return Optional.empty();
        }
        ticket.session.lock();
        try {
            // Two requests with the same ticket come here one after the other.
            if (browser.getAttribute(NAME) != ticket) {
                return Optional.empty();
            }
            browser.removeAttribute(NAME);
            ticket.endOtherPages();
            return Optional.of(ticket.identity);
        } finally {
            ticket.session.unlock();
        }
    }

    private void endOtherPages() {
        for (UI other : List.copyOf(session.getUIs())) {
            if (!other.equals(page)) {
                other.accessSynchronously(() -> {
                    other.close();
                    session.removeUI(other);
                });
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
