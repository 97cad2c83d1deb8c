/// How many runs a second each scenario model makes on one core.
@NullMarked
package rubicon.simulator.benchmarks;

import org.jspecify.annotations.NullMarked;
