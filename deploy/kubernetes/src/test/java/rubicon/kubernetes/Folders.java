package rubicon.kubernetes;

import java.nio.file.Path;

/// Where things stand in the project.
final class Folders {
    static final Path MANIFESTS = Path.of("").toAbsolutePath();
    static final Path DOCS = MANIFESTS.resolve("../../docs/operators").normalize();
    static final Path BAD = MANIFESTS.resolve("src/test/resources/bad");
    static final Path OVERLAYS = MANIFESTS.resolve("overlays");

    /// Overlays that only tests put together.
    static final Path TEST_OVERLAYS = MANIFESTS.resolve("src/test/overlays");

    static final Path TARGET = MANIFESTS.resolve("target");

    private Folders() {}
}
