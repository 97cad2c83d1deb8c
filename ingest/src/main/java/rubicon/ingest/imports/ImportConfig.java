package rubicon.ingest.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Settings of the imports.
@ConfigMapping(prefix = "rubicon.imports")
interface ImportConfig {

    /// A folder whose files are handed in by themselves: `*.csv` and `*.jsonl`, and below a folder
    /// that is named like a connector whatever lies there. Default: none.
    Optional<Path> folder();

    /// How long an import waits for an intake that does not move before it says so and lets the
    /// next one go on; it is tried again later.
    @WithDefault("PT2M")
    Duration patience();

    /// How many observations an indicator may have for an import to add to it: all of them are in
    /// memory when its state is computed.
    @WithDefault("1000000")
    long mostObservations();
}
