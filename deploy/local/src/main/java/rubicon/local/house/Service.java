package rubicon.local.house;

import java.nio.file.Path;
import java.util.Map;

/// A service of the house: a Quarkus application in a process of its own.
///
/// @param jar its `quarkus-run.jar`
/// @param heapMb the largest heap
record Service(String name, Path jar, int port, int heapMb, Map<String, String> environment) {}
