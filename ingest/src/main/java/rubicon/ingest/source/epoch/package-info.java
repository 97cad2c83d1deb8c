/// Epoch AI's Benchmarking Hub and Capabilities Index.
@NullMarked
package rubicon.ingest.source.epoch;

import org.jspecify.annotations.NullMarked;
