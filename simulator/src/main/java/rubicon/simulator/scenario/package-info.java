/// What every scenario model shares: how it describes its parameters and outputs, how given values
/// are completed with defaults and checked, and the one call that evaluates it. One sub-package
/// holds one model. Mathematics over records: no clock, no random source, no input or output, no
/// framework and no JSON belong here, and no model is named here.
@NullMarked
package rubicon.simulator.scenario;

import org.jspecify.annotations.NullMarked;
