/// The board of GSO.
@NullMarked
package rubicon.ingest.source.gso;

import org.jspecify.annotations.NullMarked;
