package rubicon.ui.shell;

import com.vaadin.flow.component.UI;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Repeats a load when asked, one at a time: what is asked for during a load is answered by one
/// more load after it. Used with the page's lock held.
public final class Refresh<T> {
    private final Supplier<T> work;
    private final Consumer<T> show;
    private boolean running;
    private boolean again;

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
        running = true;
        Background.load(ui, work, result -> finished(ui, result));
    }

    private void finished(UI ui, T result) {
        running = false;
        if (again) {
            again = false;
            ask(ui);
        } else {
            show.accept(result);
        }
    }
}
