/// METR's published time horizons.
@NullMarked
package rubicon.ingest.source.metr;

import org.jspecify.annotations.NullMarked;
