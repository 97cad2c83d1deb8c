/// The ledger's storage: statements are appended and read, never changed. What a statement does to
/// what stands is decided by `rubicon.model.ledger`.
///
/// @see "docs/adr/0001-append-only-ledger.md"
@NullMarked
package rubicon.ingest.ledger;

import org.jspecify.annotations.NullMarked;
