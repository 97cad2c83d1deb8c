@NullMarked
package rubicon.ingest.source.cards;

import org.jspecify.annotations.NullMarked;
