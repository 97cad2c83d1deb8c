package rubicon.local.house;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import rubicon.local.house.RunningHouse.Part;
import rubicon.local.process.Ports;

/// How a house is, as `./rubicon status --json` tells it.
record Status(boolean ready, List<Component> components) {

    /// A component; `state` is `UP`, `STARTING` or `DOWN`.
    record Component(String name, String state, long pid, int port, long rssMb) {}

    /// Asks the house on a folder how it is.
    static Status of(DataFolder data) throws InterruptedException {
        Optional<RunningHouse> running = data.running();
        if (running.isEmpty()) {
            return new Status(false, List.of());
        }
        List<Component> components = running.get().parts().stream().map(Status::component).toList();
        boolean up = components.stream().allMatch(it -> it.state().equals("UP"));
        return new Status(running.get().ready() && up, components);
    }

    String toJson() throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(this);
    }

    String toTable() {
        if (components.isEmpty()) {
            return "The house is not running.";
        }
        StringBuilder table =
                new StringBuilder(
                        "%-12s %-9s %8s %7s %8s%n"
                                .formatted("component", "state", "pid", "port", "rss MB"));
        for (Component it : components) {
            table.append(
                    "%-12s %-9s %8d %7d %8d%n"
                            .formatted(it.name(), it.state(), it.pid(), it.port(), it.rssMb()));
        }
        return table.append(ready ? "ready" : "not ready").toString();
    }

    private static Component component(Part part) {
        boolean alive = part.process().isPresent();
        String state = alive ? (answers(part) ? "UP" : "STARTING") : "DOWN";
        return new Component(part.name(), state, part.pid(), part.port(), alive ? rssMb(part) : 0);
    }

    private static boolean answers(Part part) {
        boolean service = !part.name().equals(Part.KAFKA) && !part.name().equals(Part.POSTGRESQL);
        try {
            return service ? ServiceProcess.isReady(part.port()) : Ports.answers(part.port());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Resident memory; for PostgreSQL that of its first process. 0 where the system does not tell.
    private static long rssMb(Part part) {
        Path file = Path.of("/proc/%d/status".formatted(part.pid()));
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
