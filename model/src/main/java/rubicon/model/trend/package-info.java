/// Lines and curves through a dated series: what they say of later dates, when a threshold is
/// crossed, how good they would have been, and whether the data can tell one shape from another.
/// Which indicator a series is of does not belong here.
@NullMarked
package rubicon.model.trend;

import org.jspecify.annotations.NullMarked;
