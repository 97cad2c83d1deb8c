package rubicon.ingest.imports;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// Settings of the imports.
@ConfigMapping(prefix = "rubicon.imports")
interface ImportConfig {

    /// A folder whose files are handed in by themselves: `*.csv` and `*.jsonl`, and below a folder
    /// that is named like a connector whatever lies there. Default: none.
    Optional<Path> folder();
}
