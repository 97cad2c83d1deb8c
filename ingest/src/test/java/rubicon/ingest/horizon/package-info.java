@NullMarked
package rubicon.ingest.horizon;

import org.jspecify.annotations.NullMarked;
