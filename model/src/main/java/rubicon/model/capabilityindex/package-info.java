/// One scale across benchmarks: models have a capability, benchmarks a difficulty and a slope, and
/// a score is what a logistic curve between them gives. Where scores come from and what is done
/// about an index does not belong here.
@NullMarked
package rubicon.model.capabilityindex;

import org.jspecify.annotations.NullMarked;
