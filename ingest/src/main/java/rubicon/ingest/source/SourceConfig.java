package rubicon.ingest.source;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Settings of the sources.
@ConfigMapping(prefix = "rubicon.sources")
interface SourceConfig {

    /// A file in the form of `sources.yaml` that takes the place of the built-in one. Default:
    /// none.
    Optional<Path> file();

    /// Whether the built-in sources are used where no file is given. Default: true.
    @WithDefault("true")
    boolean builtin();

    /// Whether due sources are read without being asked. Default: true.
    @WithDefault("true")
    boolean schedule();

    /// The largest payload that is read, in bytes. Default: 32 MiB.
    @WithDefault("33554432")
    int maxBytes();

    /// How long an upstream may take to answer. Default: 30 seconds.
    @WithDefault("PT30S")
    Duration timeout();
}
