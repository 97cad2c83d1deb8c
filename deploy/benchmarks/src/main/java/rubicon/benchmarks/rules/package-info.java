/// How many rules a second are evaluated.
@NullMarked
package rubicon.benchmarks.rules;

import org.jspecify.annotations.NullMarked;
