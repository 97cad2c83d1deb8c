/// Many trajectories of one equation, integrated side by side in equal steps: arrays by quantity,
/// not by trajectory, so that a processor takes several at once. The plain arithmetic of a step is
/// the oracle; the one with vectors is used where the JVM has them. What has events, kinks or steps
/// of its own is integrated one by one, in the scenarios.
///
/// @see "docs/adr/0021-vector-api-and-scalar-oracle.md"
@NullMarked
package rubicon.simulator.ensemble;

import org.jspecify.annotations.NullMarked;
