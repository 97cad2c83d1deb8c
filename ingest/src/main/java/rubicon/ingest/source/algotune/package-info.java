/// Reports of AlgoTune.
@NullMarked
package rubicon.ingest.source.algotune;

import org.jspecify.annotations.NullMarked;
