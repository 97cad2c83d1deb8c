package rubicon.local.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import rubicon.local.house.RunningHouse.Part;
import rubicon.local.postgres.LocalPostgres;

/// What a house leaves behind whose launcher was killed: its services, and PostgreSQL.
final class Orphans {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private Orphans() {}

    /// Ends them. A process is ended only if it still is the one that was written down.
    ///
    /// @return how many there were
    static int end(DataFolder data) throws IOException {
        Optional<RunningHouse> left = data.written();
        if (left.isEmpty() || left.get().process().isPresent()) {
            return 0;
        }
        List<ProcessHandle> services =
                left.get().parts().stream()
                        .filter(part -> !part.name().equals(Part.POSTGRESQL))
                        .flatMap(part -> part.process().stream())
                        .toList();
        services.forEach(ProcessHandle::destroy);
        services.stream().map(Orphans::ended).toList().forEach(CompletableFuture::join);
        data.forgetRunning();
        return services.size() + (endPostgres(data.postgresql()) ? 1 : 0);
    }

    private static boolean endPostgres(Path folder) throws IOException {
        try {
            return Files.isDirectory(folder) && LocalPostgres.stopOrphan(folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static CompletableFuture<ProcessHandle> ended(ProcessHandle process) {
        return process.onExit()
                .completeOnTimeout(process, STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(it -> {
                    it.destroyForcibly();
                    return it.onExit();
                });
    }
}
