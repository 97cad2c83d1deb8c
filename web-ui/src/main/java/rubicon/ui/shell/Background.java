package rubicon.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import rubicon.ui.client.Caller;
import rubicon.ui.session.Identity;
import rubicon.ui.session.SignedIn;

/// Work that waits for another service, done away from the session's lock so that the page stays
/// alive meanwhile.
public final class Background {
    private static final Logger LOG = Logger.getLogger(Background.class);

    private Background() {}

    /// Runs `work` on a virtual thread, on behalf of who is signed in, and shows its result on the
    /// page, unless the page is gone.
    ///
    /// @param work touches no component
    /// @param show runs with the page's lock
    public static <T> void load(UI ui, Supplier<T> work, Consumer<T> show) {
        load(ui, Duration.ZERO, work, show);
    }

    /// The same after a while.
    public static <T> void load(UI ui, Duration after, Supplier<T> work, Consumer<T> show) {
        Optional<String> token = SignedIn.current().map(Identity::token);
        Runnable load =
                Context.current().wrap(() -> Caller.run(token, () -> run(ui, after, work, show)));
        Thread.ofVirtual().name("page-load").start(load);
    }

    /// The page that a component is on, or is about to be on.
    public static UI pageOf(Component component) {
        return component.getUI().orElseGet(UI::getCurrent);
    }

    private static <T> void run(UI ui, Duration after, Supplier<T> work, Consumer<T> show) {
        try {
            Thread.sleep(after);
            T result = work.get();
            var _ = ui.access(() -> show.accept(result));
        } catch (UIDetachedException e) {
            LOG.debug("The page was closed before its data came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("A page's data could not be loaded", e);
        }
    }
}
