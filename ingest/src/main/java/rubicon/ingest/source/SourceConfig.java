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

    /// A file with names of one's own: what names mean that Rubicon's own alias files do not
    /// resolve. Default: none.
    Optional<Path> aliases();

    /// Whether the built-in sources are used where no file is given. Default: true.
    @WithDefault("true")
    boolean builtin();

    /// Whether due sources are read without being asked. Default: true.
    @WithDefault("true")
    boolean schedule();

    /// The largest payload that is read, unpacked, in bytes. Default: 32 MiB.
    @WithDefault("33554432")
    int maxBytes();

    /// How long it may take until the connection to an upstream stands. Default: 10 seconds.
    @WithDefault("PT10S")
    Duration connectTimeout();

    /// How long an upstream may take to answer, to the last byte. Default: 30 seconds.
    @WithDefault("PT30S")
    Duration timeout();

    /// The pause between two requests to one host. Default: half a second.
    @WithDefault("PT0.5S")
    Duration hostPause();

    /// How often a scheduled run asks an upstream that is overloaded or out of reach before it
    /// gives up; a run on demand asks once. Default: 3.
    @WithDefault("3")
    int attempts();

    /// Pause before the second attempt; it doubles with each, give or take half. Default: 2
    /// seconds.
    @WithDefault("PT2S")
    Duration backoff();

    /// The longest pause between two attempts; an upstream that asks for a longer one is left alone
    /// for as long, up to a day. Default: 1 minute.
    @WithDefault("PT1M")
    Duration longestBackoff();

    /// How soon after a failed run a source is due again, if its own interval is not shorter.
    /// Default: 5 minutes.
    @WithDefault("PT5M")
    Duration retryAfterFailure();

    /// How long a run waits until all that it published is handled. Default: 10 minutes.
    @WithDefault("PT10M")
    Duration settle();
}
