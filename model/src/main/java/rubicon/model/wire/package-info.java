/// What crosses a process border: topic names, event types and one record per payload, shaped as
/// the JSON that is sent. Components may be null where the contract says `null`; nothing is decided
/// here, and no JSON library is imported: field names are component names.
@NullMarked
package rubicon.model.wire;

import org.jspecify.annotations.NullMarked;
