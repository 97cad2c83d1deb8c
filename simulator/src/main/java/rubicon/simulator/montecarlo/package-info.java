/// Monte Carlo over scenario models: what is drawn, how, and what is kept of it. A draw is a
/// function of seed, sample index and input; samples come in blocks of [Blocks#SIZE]; what blocks
/// give is joined in their order. So a run repeats, byte for byte, on any number of threads, chunks
/// and machines, as long as these are of one processor architecture and have one JDK: `Math.exp`,
/// `log` and `pow` are made for each, and may differ in the last digit from one to the other (ADR
/// 21). Mathematics without a framework.
@NullMarked
package rubicon.simulator.montecarlo;

import org.jspecify.annotations.NullMarked;
