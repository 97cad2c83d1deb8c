/// Monte Carlo over scenario models: what is drawn, how, and what is kept of it. A draw is a
/// function of seed, sample index and input; samples come in blocks of [Blocks#SIZE]; what blocks
/// give is joined in their order. So a run repeats, byte for byte, on any number of threads, chunks
/// and machines. Mathematics without a framework.
@NullMarked
package rubicon.simulator.montecarlo;

import org.jspecify.annotations.NullMarked;
