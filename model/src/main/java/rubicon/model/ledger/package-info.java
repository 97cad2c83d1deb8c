/// The rules of the ledger: how statements about one observation follow each other, what stands,
/// and what is refused at the door. Storage does not belong here: the ledger's rows are only
/// appended, and everything on this page is derived from them.
///
/// @see "docs/adr/0001-append-only-ledger.md"
@NullMarked
package rubicon.model.ledger;

import org.jspecify.annotations.NullMarked;
