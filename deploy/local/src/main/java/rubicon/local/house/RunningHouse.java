package rubicon.local.house;

import java.util.List;
import java.util.Optional;
import rubicon.local.process.Processes;

/// What a launcher writes down of itself while it runs.
///
/// @param startedAtMillis start of the launcher's process, so that a re-used process id is told
///   apart
/// @param ready whether everything came up
record RunningHouse(long pid, long startedAtMillis, boolean ready, List<Part> parts) {

    /// A component of the house; Kafka's process is the launcher's.
    record Part(String name, long pid, long startedAtMillis, int port) {
        static final String KAFKA = "kafka";
        static final String POSTGRESQL = "postgresql";

        static Part of(String name, ProcessHandle process, int port) {
            return new Part(name, process.pid(), Processes.startedAtMillis(process), port);
        }

        /// The component's process, if it lives.
        Optional<ProcessHandle> process() {
            return Processes.find(pid, startedAtMillis);
        }
    }

    /// The launcher's process, if it lives.
    Optional<ProcessHandle> process() {
        return Processes.find(pid, startedAtMillis);
    }
}
