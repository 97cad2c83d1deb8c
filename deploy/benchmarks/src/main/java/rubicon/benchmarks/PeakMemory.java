package rubicon.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// The most memory that a process held at once.
public final class PeakMemory {
    private PeakMemory() {}

    /// It as a line of text.
    public static String line(String component, long pid) {
        OptionalLong megabytes = megabytes(pid);
        return "memory of %s at its highest: %s"
                .formatted(
                        component, megabytes.isEmpty() ? "unknown" : megabytes.getAsLong() + " MB");
    }

    /// Resident megabytes at their highest since it began; empty where the system does not tell.
    static OptionalLong megabytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/%d/status".formatted(pid)))) {
            return lines.filter(it -> it.startsWith("VmHWM:"))
                    .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")) / 1_024)
                    .findFirst();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
