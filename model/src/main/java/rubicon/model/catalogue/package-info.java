/// The catalogue: which indicators there are, what their values mean, and what is refused. Values
/// and their history do not belong here; they live in `observation` and `ledger`.
@NullMarked
package rubicon.model.catalogue;

import org.jspecify.annotations.NullMarked;
