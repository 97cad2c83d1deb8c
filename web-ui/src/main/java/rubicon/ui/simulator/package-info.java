/// The simulator's workbench: the scenario models, their inputs, curves, simulations and scenarios.
/// Everything is made from the models' own descriptions; nothing is known of any one model.
@NullMarked
package rubicon.ui.simulator;

import org.jspecify.annotations.NullMarked;
