/// Boards of SWE-bench.
@NullMarked
package rubicon.ingest.source.swebench;

import org.jspecify.annotations.NullMarked;
