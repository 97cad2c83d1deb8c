/// Method, data, licences.
@NullMarked
package rubicon.ui.about;

import org.jspecify.annotations.NullMarked;
