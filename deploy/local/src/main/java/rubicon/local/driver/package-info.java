/// A house driven from outside, as a user drives it: by the command line and by REST. For
/// acceptance tests and benchmarks; the launcher itself does not belong here.
@NullMarked
package rubicon.local.driver;

import org.jspecify.annotations.NullMarked;
