package rubicon.local.house;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Work that tidies up after itself even when Ctrl-C ends it: the end of the process breaks it off
/// and waits until it has been closed.
final class Errand implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    /// @param breakOff makes the work fail soon
    Errand(Runnable breakOff) {
        hook =
                new Thread(
                        () -> {
                            breakOff.run();
                            awaitDone();
                        },
                        "break-off");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException processEnds) {
            // the hook runs
        }
    }

    private void awaitDone() {
        try {
            boolean closed = done.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
            if (!closed) {
                System.err.println("What was broken off did not end in time.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
