/// The mathematics of indicators that are computed here from what the ledger and the chronicle
/// hold. What is told from outside, and how results enter the ledger, does not belong here.
@NullMarked
package rubicon.model.computed;

import org.jspecify.annotations.NullMarked;
