/// What was observed: a value of an indicator for a subject at a date, from a source. How values
/// follow each other in time belongs to `ledger`, what they say to `analysis`.
@NullMarked
package rubicon.model.observation;

import org.jspecify.annotations.NullMarked;
