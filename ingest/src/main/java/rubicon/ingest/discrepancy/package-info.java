/// Where the field's numbers disagree: as the ledger finds it by itself, and as it is documented.
@NullMarked
package rubicon.ingest.discrepancy;

import org.jspecify.annotations.NullMarked;
