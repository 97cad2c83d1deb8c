package rubicon.ui.session;

import jakarta.enterprise.context.ApplicationScoped;
import rubicon.ui.client.SecurityConfig;

/// Whether the browser session at hand may read.
@ApplicationScoped
public class ReadAccess {
    private final boolean open;

    ReadAccess(SecurityConfig config) {
        this.open = config.anonymousRead();
    }

    /// Whether visitors may.
    public boolean isOpen() {
        return open;
    }

    /// Whether this one may.
    public boolean isGranted() {
        return open || SignedIn.current().isPresent();
    }
}
