package rubicon.ui.live;

import org.jspecify.annotations.Nullable;

/// A record of a compacted topic.
///
/// @param value JSON; null for a tombstone
record TopicRecord(@Nullable String key, @Nullable String value) {}
