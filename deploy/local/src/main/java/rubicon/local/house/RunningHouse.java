package rubicon.local.house;

import java.util.List;

/// What a launcher writes down of itself while it runs.
///
/// @param startedAtMillis start of the launcher's process, so that a re-used process id is told
///   apart
/// @param ready whether everything came up
record RunningHouse(long pid, long startedAtMillis, boolean ready, List<Part> parts) {

    /// A component of the house.
    record Part(String name, long pid, int port) {}
}
