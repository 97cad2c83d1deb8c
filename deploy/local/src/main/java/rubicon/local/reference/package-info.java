/// The command that holds the models against case files. What the models compute, and how it is
/// compared, is the model's own.
@NullMarked
package rubicon.local.reference;

import org.jspecify.annotations.NullMarked;
