@NullMarked
package rubicon.ingest.analysis;

import org.jspecify.annotations.NullMarked;
