package rubicon.model.chronicle;

/// A statement that changed what was told before it.
///
/// @param number 1 for the first, in the order in which statements supersede each other
public record EntryRevision<C>(int number, EntryStatement<C> statement) {}
