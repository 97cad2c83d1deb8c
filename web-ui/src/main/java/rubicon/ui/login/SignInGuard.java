package rubicon.ui.login;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import rubicon.ui.session.LogInEnded;
import rubicon.ui.session.ReadAccess;
import rubicon.ui.session.SignedIn;

/// Where reading is not open, leads visitors to the sign-in and back. A log-in that was revoked or
/// ran out makes a visitor: of who enters a view, and of who has one open.
@ApplicationScoped
class SignInGuard {
    private final ReadAccess access;
    private final LogInWatch watch;

    SignInGuard(ReadAccess access, LogInWatch watch) {
        this.access = access;
        this.watch = watch;
    }

    /// The service starts before the settings of this run are known.
    void install(@Observes ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> guard(init.getUI()));
    }

    private void guard(UI ui) {
        ui.addBeforeEnterListener(this::check);
        LogInEnded.on(
                ui,
                () -> {
                    if (!access.isOpen()) {
                        empty(ui);
                    }
                });
    }

    private void check(BeforeEnterEvent event) {
        if (event.getNavigationTarget() == LoginView.class) {
            return;
        }
        UI ui = event.getUI();
        SignedIn.current().filter(watch::isOver).ifPresent(_ -> SignedIn.forgetOnEntering(ui));
        SignedIn.current()
                .ifPresentOrElse(
                        identity -> watch.ask(ui.getSession(), identity), () -> lead(event));
    }

    private void lead(BeforeEnterEvent event) {
        if (!access.isOpen()) {
            event.forwardTo(
                    LoginNavigation.ROUTE,
                    LoginNavigation.query(event.getLocation().getPathWithQueryParameters()));
        }
    }

    /// Takes the view off the page at once, so that nothing of it is told any more whatever the
    /// browser does; asked to load anew, it arrives at the sign-in.
    private static void empty(UI ui) {
        List<HasElement> shown = ui.getInternals().getActiveRouterTargetsChain();
        if (!shown.isEmpty() && !(shown.getFirst() instanceof LoginView)) {
            shown.getLast().getElement().removeFromParent();
            ui.getPage().reload();
        }
    }
}
