/// A house in one file: everything that its services keep in PostgreSQL, read at one moment, and
/// the records on Kafka that none of them had taken by then. Where a house lies, whether it runs,
/// and which services it has does not belong here.
@NullMarked
package rubicon.local.backup;

import org.jspecify.annotations.NullMarked;
