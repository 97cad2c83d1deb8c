@NullMarked
package rubicon.ingest.source.epoch;

import org.jspecify.annotations.NullMarked;
