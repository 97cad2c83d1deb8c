@NullMarked
package rubicon.benchmarks.ingest;

import org.jspecify.annotations.NullMarked;
