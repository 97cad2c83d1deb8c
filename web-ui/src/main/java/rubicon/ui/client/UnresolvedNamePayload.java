package rubicon.ui.client;

import java.time.Instant;

/// A name of a source that nobody has resolved.
///
/// @param rows of the source's last reading that have it
public record UnresolvedNamePayload(String source, String name, int rows, Instant since) {}
