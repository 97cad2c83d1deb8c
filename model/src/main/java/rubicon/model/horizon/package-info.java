/// How long the tasks are that an agent does with a given rate of success, from single runs, as
/// METR measures it: weights, a logistic fit, a bootstrap over families, tasks and runs, and the
/// trend of the best agents. Where runs come from does not belong here.
@NullMarked
package rubicon.model.horizon;

import org.jspecify.annotations.NullMarked;
