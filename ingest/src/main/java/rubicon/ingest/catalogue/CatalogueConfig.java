package rubicon.ingest.catalogue;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/// Settings of the catalogue.
@ConfigMapping(prefix = "rubicon.catalogue")
interface CatalogueConfig {

    /// A folder with catalogue files of one's own, read beside the built-in ones. Default: none.
    Optional<Path> dir();
}
