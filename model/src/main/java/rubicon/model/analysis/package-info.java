/// What the values of an indicator say: frontier, trend, state. Pure functions of results; where
/// the values come from and what is done about them does not belong here.
@NullMarked
package rubicon.model.analysis;

import org.jspecify.annotations.NullMarked;
