package rubicon.ui.live;

import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The newest value of each key, observable.
///
/// The values themselves stay plain immutable objects. A signal carries only the version, so a
/// change costs no serialization of the value, and whoever reads inside an effect depends on
/// exactly the keys it read. Effects end with their component: nothing here holds on to a page.
final class LatestByKey<T> {
    private static final long ABSENT = -1;

    private final Map<String, Versioned<T>> values = new ConcurrentHashMap<>();
    private final Map<String, LiveSignal<Long>> versions = new ConcurrentHashMap<>();
    private final LiveSignal<Long> changes = new LiveSignal<>(0L);
    private long changed;

    private record Versioned<T>(long version, T value) {}

    /// Takes a value unless a newer or equal one stands.
    ///
    /// @return whether it was taken
    boolean accept(String key, long version, T value) {
        Versioned<T> standing = values.get(key);
        if (standing != null && standing.version() >= version) {
            return false;
        }
        values.put(key, new Versioned<>(version, value));
        announce(key, version);
        return true;
    }

    /// Forgets a key, as a tombstone asks.
    void remove(String key) {
        if (values.remove(key) != null) {
            announce(key, ABSENT);
        }
    }

    /// The value of a key; an effect that reads it runs again when this key changes.
    Optional<T> read(String key) {
        signalOf(key).get();
        return peek(key);
    }

    /// The value of a key as it is now, observed by nobody.
    Optional<T> peek(String key) {
        Versioned<T> standing = values.get(key);
        return standing == null ? Optional.empty() : Optional.of(standing.value());
    }

    /// Every value; an effect that reads it runs again with any change.
    List<T> readAll() {
        changes.get();
        return peekAll();
    }

    /// Every value as it is now, observed by nobody.
    List<T> peekAll() {
        return values.values().stream().map(Versioned::value).toList();
    }

    /// A signal of one key's value, absent as empty.
    Signal<Optional<T>> signal(String key) {
        return () -> read(key);
    }

    private void announce(String key, long version) {
        signalOf(key).set(version);
        changed++;
        changes.set(changed);
    }

    private LiveSignal<Long> signalOf(String key) {
        return versions.computeIfAbsent(key, this::newSignal);
    }

    private LiveSignal<Long> newSignal(String key) {
        @Nullable Versioned<T> standing = values.get(key);
        return new LiveSignal<>(standing == null ? ABSENT : standing.version());
    }
}
