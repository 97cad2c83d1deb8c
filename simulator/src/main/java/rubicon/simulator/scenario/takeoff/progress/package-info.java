/// The AI Futures progress model (Kokotajlo, Lifland, Halstead & Kastner 2025).
@NullMarked
package rubicon.simulator.scenario.takeoff.progress;

import org.jspecify.annotations.NullMarked;
