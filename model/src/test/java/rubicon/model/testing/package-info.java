/// Observations and indicators for tests.
@NullMarked
package rubicon.model.testing;

import org.jspecify.annotations.NullMarked;
