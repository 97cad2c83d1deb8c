/// Benchmarks of the whole house, behind `./rubicon bench`. They drive it from outside, and know no
/// class of the services.
@NullMarked
package rubicon.benchmarks;

import org.jspecify.annotations.NullMarked;
