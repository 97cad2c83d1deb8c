package rubicon.local.house;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A service of the house: a Quarkus application in a process of its own.
///
/// @param jar its `quarkus-run.jar`
/// @param jvm options of its Java virtual machine
record Service(
        String name, Path jar, int port, List<String> jvm, Map<String, String> environment) {}
