/// Production from tasks that labour or compute can do (Tom Davidson 2023): who does which task,
/// what automating a task takes, what research adds.
@NullMarked
package rubicon.simulator.scenario.takeoff.task;

import org.jspecify.annotations.NullMarked;
