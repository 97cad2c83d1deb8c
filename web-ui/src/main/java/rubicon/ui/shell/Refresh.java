package rubicon.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Repeats a load when asked, one at a time and not more often than a pace: what is asked for
/// meanwhile is answered by one more load. So a burst of live changes never becomes a burst of
/// calls. What brought less than it should is asked for again, until its page is left. Used with
/// the page's lock held.
public final class Refresh<T> {
    private static final Duration PACE = Duration.ofMillis(750);
    private static final Duration RETRY = Duration.ofSeconds(3);

    private final Component owner;
    private final Supplier<T> work;
    private final Predicate<T> isIncomplete;
    private final Consumer<T> show;
    private boolean running;
    private boolean again;
    private boolean looksLater;

    /// A load that was not asked for yet.
    ///
    /// @param owner whose end is the end of this
    /// @param isIncomplete whether a result is worth asking again soon
    public Refresh(Component owner, Supplier<T> work, Predicate<T> isIncomplete, Consumer<T> show) {
        this.owner = owner;
        this.work = work;
        this.isIncomplete = isIncomplete;
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

    /// Loads and shows once more after a while, for what no feed tells. Asked several times, once.
    public void askLater(UI ui, Duration after) {
        if (!looksLater) {
            looksLater = true;
            Background.load(ui, after, () -> Boolean.TRUE, _ -> late(ui));
        }
    }

    private void late(UI ui) {
        looksLater = false;
        if (owner.isAttached()) {
            ask(ui);
        }
    }

    private void start(UI ui, Duration after) {
        running = true;
        Background.load(ui, after, work, result -> finished(ui, result));
    }

    private void finished(UI ui, T result) {
        running = false;
        boolean wanted = again || isIncomplete.test(result);
        Duration pause = isIncomplete.test(result) ? RETRY : PACE;
        again = false;
        if (!owner.isAttached()) {
            return;
        }
        show.accept(result);
        if (wanted) {
            start(ui, pause);
        }
    }
}
