package rubicon.model.analysis;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The newest of moments that come and go, some of them several times. They are looked through only
/// when it has gone and none that is as new has come instead.
final class Newest {
    private final Supplier<Stream<Instant>> all;
    private @Nullable Instant newest;

    /// How often it is there; 0 where it has gone.
    private int times;

    /// @param all those that are there
    Newest(Supplier<Stream<Instant>> all) {
        this.all = all;
    }

    void add(@Nullable Instant moment) {
        if (moment == null) {
            return;
        }
        int order = newest == null ? 1 : moment.compareTo(newest);
        if (order > 0) {
            newest = moment;
            times = 1;
        } else if (order == 0) {
            times++;
        }
    }

    void remove(@Nullable Instant moment) {
        if (moment != null && moment.equals(newest)) {
            times--;
        }
    }

    Optional<Instant> get() {
        if (newest != null && times == 0) {
            newest = all.get().max(Comparator.naturalOrder()).orElse(null);
            Instant found = newest;
            times = found == null ? 0 : (int) all.get().filter(found::equals).count();
        }
        return Optional.ofNullable(newest);
    }
}
