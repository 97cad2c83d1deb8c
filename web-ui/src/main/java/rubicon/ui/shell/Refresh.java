package rubicon.ui.shell;

import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Repeats a load when asked, one at a time and not more often than a pace: what is asked for
/// meanwhile is answered by one more load. So a burst of live changes never becomes a burst of
/// calls. Used with the page's lock held.
public final class Refresh<T> {
    private static final Duration PACE = Duration.ofMillis(750);

    private final Supplier<T> work;
    private final Consumer<T> show;
    private boolean running;
    private boolean again;

    /// A load that was not asked for yet.
    public Refresh(Supplier<T> work, Consumer<T> show) {
        this.work = work;
        this.show = show;
    }

    /// Loads and shows, now or after the load that runs.
    public void ask(UI ui) {
        if (running) {
            again = true;
            return;
        }
        start(ui, Duration.ZERO);
    }

    private void start(UI ui, Duration after) {
        running = true;
        Background.load(ui, after, work, result -> finished(ui, result));
    }

    private void finished(UI ui, T result) {
        running = false;
        show.accept(result);
        if (again) {
            again = false;
            start(ui, PACE);
        }
    }
}
