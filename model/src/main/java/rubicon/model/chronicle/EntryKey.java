package rubicon.model.chronicle;

/// What makes an entry the same one when it is told again.
///
/// @param source who tells it; sources never revise each other
/// @param id lower-case words joined by `-`
public record EntryKey(EntryKind kind, String source, String id) {}
