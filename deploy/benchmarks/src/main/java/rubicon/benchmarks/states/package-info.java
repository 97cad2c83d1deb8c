/// How long the states of all indicators take from their histories.
@NullMarked
package rubicon.benchmarks.states;

import org.jspecify.annotations.NullMarked;
