/// How fast the simulator computes on one processor, beside programs that one would write or take
/// instead. Everybody is a process that stays on the same processor and takes its turn when asked.
/// Needs no house.
@NullMarked
package rubicon.benchmarks.compute;

import org.jspecify.annotations.NullMarked;
