/// Does an alignment technique survive many self-made generations? One record per way in which
/// errors compound, closed forms wherever there is one. A generation is whatever the reader takes
/// it for; dates, releases and their cadence do not belong here.
@NullMarked
package rubicon.simulator.scenario.compoundingerror;

import org.jspecify.annotations.NullMarked;
