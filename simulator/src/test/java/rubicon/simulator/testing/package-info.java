/// Doubles that tests of this service share.
@NullMarked
package rubicon.simulator.testing;

import org.jspecify.annotations.NullMarked;
