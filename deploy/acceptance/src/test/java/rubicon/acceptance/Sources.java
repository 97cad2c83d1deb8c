package rubicon.acceptance;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// Sources files for a house.
final class Sources {
    private Sources() {}

    /// One that reads METR's format from an address, on demand only.
    static Path metr(Path folder, URI url) throws IOException {
        return Files.writeString(
                folder.resolve("sources.yaml"),
                """
                sources:
                  - id: metr-time-horizons
                    connector: metr-benchmark-results
                    url: %s
                    every: PT6H
                    enabled: false
                """
                        .formatted(url));
    }
}
