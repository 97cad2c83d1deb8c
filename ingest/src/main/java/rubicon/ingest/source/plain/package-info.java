/// Forms of our own, for values that no upstream publishes: tables and JSON lines whose rows are
/// observations already.
@NullMarked
package rubicon.ingest.source.plain;

import org.jspecify.annotations.NullMarked;
