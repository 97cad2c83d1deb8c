package rubicon.ingest.source;

import org.jspecify.annotations.Nullable;

/// What an upstream said of the payload that is held already, as it wrote it; it is asked for
/// another one only.
record Validators(@Nullable String etag, @Nullable String lastModified) {
    /// Nothing is held: whatever there is, is new.
    static final Validators NONE = new Validators(null, null);
}
