package rubicon.ui.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.signals.impl.UsageTracker;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

final class LiveSignalTest {
    private final LiveSignal<Integer> signal = new LiveSignal<>(0);

    @Test
    void anObserverIsToldOnceOfTheNextChange() {
        AtomicInteger told = new AtomicInteger();
        read().onNextChange(immediate -> told.incrementAndGet() < 0);

        signal.set(1);
        signal.set(2);

        assertThat(told).hasValue(1);
        assertThat(signal.peek()).isEqualTo(2);
    }

    @Test
    void anObserverThatWantsMoreHearsEachChange() {
        List<Integer> heard = new ArrayList<>();
        read().onNextChange(immediate -> heard.add(signal.peek()));

        signal.set(1);
        signal.set(2);

        assertThat(heard).containsExactly(1, 2);
    }

    @Test
    void whoObservesAnewWhenToldIsNotToldOfTheSameChangeAgain() {
        AtomicInteger told = new AtomicInteger();
        read().onNextChange(immediate -> observeAnew(told));

        signal.set(1);

        assertThat(told).hasValue(1);
    }

    private boolean observeAnew(AtomicInteger told) {
        told.incrementAndGet();
        read().onNextChange(immediate -> observeAnew(told));
        return false;
    }

    @Test
    void whatChangedSinceItWasReadIsToldAtOnce() {
        UsageTracker.Usage usage = read();
        assertThat(usage.hasChanges()).isFalse();
        signal.set(1);
        assertThat(usage.hasChanges()).isTrue();

        List<Boolean> told = new ArrayList<>();
        usage.onNextChange(immediate -> {
            told.add(immediate);
            return false;
        });

        assertThat(told).containsExactly(true);
    }

    @Test
    void whoseObservationEndedIsNotTold() {
        AtomicInteger told = new AtomicInteger();
        Registration observation = read().onNextChange(immediate -> told.incrementAndGet() < 0);

        observation.remove();
        signal.set(1);

        assertThat(told).hasValue(0);
    }

    @Test
    @Timeout(30)
    void anObservationEndsWhileAnotherObserverIsBeingTold() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Registration other = read().onNextChange(immediate -> false);
        read().onNextChange(immediate -> {
            begun.countDown();
            awaits(ended);
            return false;
        });
        Thread feed = Thread.ofPlatform().start(() -> signal.set(1));
        awaits(begun);

        other.remove();
        ended.countDown();

        feed.join();
        assertThat(signal.peek()).isEqualTo(1);
    }

    @Test
    @Timeout(60)
    void noChangeIsLostToWhoBeginsToObserveMeanwhile() throws InterruptedException {
        int last = 20_000;
        Thread feed =
                Thread.ofPlatform()
                        .start(() -> {
                            for (int i = 1; i <= last; i++) {
                                signal.set(i);
                            }
                        });
        while (true) {
            CountDownLatch changed = new CountDownLatch(1);
            int[] value = new int[1];
            UsageTracker.Usage usage = UsageTracker.track(() -> value[0] = signal.get());
            if (value[0] == last) {
                break;
            }
            usage.onNextChange(immediate -> {
                changed.countDown();
                return false;
            });
            awaits(changed);
        }
        feed.join();
    }

    private UsageTracker.Usage read() {
        return UsageTracker.track(signal::get);
    }

    private static void awaits(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
