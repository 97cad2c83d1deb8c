/// Ledgers of what was discovered, by people and by machines.
@NullMarked
package rubicon.ingest.source.discovery;

import org.jspecify.annotations.NullMarked;
