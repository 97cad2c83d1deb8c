/// Evaluations in developers' system cards, as a collection of them tells.
@NullMarked
package rubicon.ingest.source.cards;

import org.jspecify.annotations.NullMarked;
