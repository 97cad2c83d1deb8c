/// Whether one model is better than another on the same items. Single values of an indicator do not
/// belong here.
@NullMarked
package rubicon.model.comparison;

import org.jspecify.annotations.NullMarked;
