package rubicon.local.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import rubicon.local.house.RunningHouse.Part;
import rubicon.local.postgres.LocalPostgres;
import rubicon.local.process.Processes;

/// What a house leaves behind whose launcher was killed: its services, and PostgreSQL.
final class Orphans {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private Orphans() {}

    /// Ends them. A process is ended only if it still is the one that was written down.
    ///
    /// @return how many there were
    static int end(DataFolder data) throws IOException, InterruptedException {
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
        for (ProcessHandle service : services) {
            if (!Processes.endsWithin(service, STOP_WITHIN)) {
                service.destroyForcibly();
                Processes.endsWithin(service, STOP_WITHIN);
            }
        }
        Path postgresql = data.postgresql();
        boolean database = Files.isDirectory(postgresql) && LocalPostgres.stopOrphan(postgresql);
        data.forgetRunning();
        return services.size() + (database ? 1 : 0);
    }
}
