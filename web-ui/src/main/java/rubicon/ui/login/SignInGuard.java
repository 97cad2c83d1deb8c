package rubicon.ui.login;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import rubicon.ui.client.IngestClient;
import rubicon.ui.session.Identity;
import rubicon.ui.session.ReadAccess;
import rubicon.ui.session.SignedIn;
import rubicon.ui.shell.Background;

/// Where reading is not open, leads visitors to the sign-in and back. A token that was revoked or
/// ran out makes a visitor at the next step through the pages.
@ApplicationScoped
class SignInGuard {
    private final ReadAccess access;
    private final IngestClient ingest;

    SignInGuard(ReadAccess access, IngestClient ingest) {
        this.access = access;
        this.ingest = ingest;
    }

    /// The service starts before the settings of this run are known.
    void install(@Observes ServiceInitEvent event) {
        event.getSource()
                .addUIInitListener(init -> init.getUI().addBeforeEnterListener(this::check));
    }

    private void check(BeforeEnterEvent event) {
        if (access.isOpen() || event.getNavigationTarget() == LoginView.class) {
            return;
        }
        SignedIn.current()
                .ifPresentOrElse(
                        identity -> renew(event.getUI(), identity),
                        () ->
                                event.forwardTo(
                                        LoginNavigation.ROUTE,
                                        LoginNavigation.query(
                                                event.getLocation().getPathWithQueryParameters())));
    }

    private void renew(UI ui, Identity identity) {
        Background.load(
                ui,
                () -> ingest.isGood(identity.token()),
                good -> {
                    if (!good) {
                        SignedIn.forget();
                        ui.getPage().reload();
                    }
                });
    }
}
