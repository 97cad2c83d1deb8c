package rubicon.ui.live;

import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.impl.TransientListener;
import com.vaadin.flow.signals.impl.UsageTracker;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/// A value that a feed sets and pages of all sessions observe.
///
/// It holds no lock while it tells its observers. Vaadin's shared signals do (seen in 25.1.5): an
/// effect that ends holds its own lock and waits for the signal's, while the feed holds the
/// signal's and waits for the effect's. Neither goes on, and with them the whole service.
final class LiveSignal<T> implements Signal<T> {
    private final AtomicReference<Version<T>> standing;
    private final Set<Observer> observers = ConcurrentHashMap.newKeySet();

    private record Version<T>(long number, T value) {}

    /// Told once; equal to itself only.
    private static final class Observer {
        private final TransientListener listener;

        Observer(TransientListener listener) {
            this.listener = listener;
        }
    }

    LiveSignal(T value) {
        standing = new AtomicReference<>(new Version<>(0, value));
    }

    @Override
    public T get() {
        Version<T> seen = standing.get();
        if (UsageTracker.isActive()) {
            UsageTracker.registerUsage(new Usage(seen.number()));
        }
        return seen.value();
    }

    void set(T value) {
        standing.updateAndGet(before -> new Version<>(before.number() + 1, value));
        // Who is told may begin to observe anew, and has read this value then.
        List.copyOf(observers).forEach(observer -> tell(observer, false));
    }

    /// Whoever takes an observer out of the set tells it, so that it is told once. One that wants
    /// to hear more is put back, and hears of what came meanwhile.
    private void tell(Observer observer, boolean immediate) {
        boolean now = immediate;
        while (observers.remove(observer)) {
            long told = standing.get().number();
            if (!observer.listener.invoke(now)) {
                return;
            }
            observers.add(observer);
            if (standing.get().number() == told) {
                return;
            }
            now = false;
        }
    }

    /// What an effect has read of this signal.
    private final class Usage implements UsageTracker.Usage {
        private final long seen;

        Usage(long seen) {
            this.seen = seen;
        }

        @Override
        public boolean hasChanges() {
            return standing.get().number() != seen;
        }

        @Override
        public Registration onNextChange(TransientListener listener) {
            Observer observer = new Observer(listener);
            observers.add(observer);
            if (hasChanges()) {
                tell(observer, true);
            }
            return () -> observers.remove(observer);
        }
    }
}
