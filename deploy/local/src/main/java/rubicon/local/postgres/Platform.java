package rubicon.local.postgres;

import java.util.Locale;
import rubicon.local.StartFailed;

/// The operating system and processor for which binaries of PostgreSQL are on the class path.
///
/// @param archive name of the archive on the class path, without its ending
record Platform(String archive) {
    static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /// @param system as Java's `os.name` says it
    /// @param processor as Java's `os.arch` says it
    /// @throws StartFailed where no binaries are shipped
    static Platform of(String system, String processor) {
        String lower = system.toLowerCase(Locale.ROOT);
        String os = lower.startsWith("linux") ? "linux" : lower.startsWith("mac") ? "darwin" : null;
        String cpu =
                switch (processor) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> null;
                };
        if (os == null || cpu == null) {
            throw new StartFailed(
                    "PostgreSQL is not shipped for "
                            + system
                            + " on "
                            + processor
                            + ": the local house runs on Linux and macOS, on x86-64 and ARM64.");
        }
        return new Platform("postgres-" + os + "-" + cpu);
    }
}
