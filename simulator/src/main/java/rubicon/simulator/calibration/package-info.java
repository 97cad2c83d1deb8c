/// Parameters that are read from the ledger: which number of which indicator's state, as of when.
/// Knows indicators by their REST answers alone; no word of simulations or scenarios belongs here.
@NullMarked
package rubicon.simulator.calibration;

import org.jspecify.annotations.NullMarked;
