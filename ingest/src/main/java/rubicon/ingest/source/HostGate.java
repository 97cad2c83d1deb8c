package rubicon.ingest.source;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one request at a time through to each host, with a pause between two of them: many sources
/// live on one server, and a source may be many files.
final class HostGate {
    private final Duration pause;
    private final Map<String, Host> hosts = new ConcurrentHashMap<>();

    /// @param pause from the end of a request to a host to the next one's beginning
    HostGate(Duration pause) {
        this.pause = pause;
    }

    /// Waits for its turn. The caller closes it when its request has ended.
    Turn enter(URI url) throws InterruptedException {
        Host host = hosts.computeIfAbsent(String.valueOf(url.getAuthority()), _ -> new Host());
        host.lock.lockInterruptibly();
        try {
            long left = host.free - System.nanoTime();
            if (host.used && left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
            return new Turn(host, pause);
        } catch (InterruptedException | RuntimeException e) {
            host.lock.unlock();
            throw e;
        }
    }

    /// A turn at a host.
    record Turn(Host host, Duration pause) implements AutoCloseable {
        @Override
        public void close() {
            host.used = true;
            host.free = System.nanoTime() + pause.toNanos();
            host.lock.unlock();
        }
    }

    /// What is known of a host; its fields belong to who holds the lock.
    static final class Host {
        private final ReentrantLock lock = new ReentrantLock();
        private boolean used;
        private long free;
    }
}
