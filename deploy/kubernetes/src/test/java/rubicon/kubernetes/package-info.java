/// The checks of the manifests, in layers that each catch what the others miss: rendering, types,
/// unknown fields, policy, alert rules, and the rules of this house. Nothing here needs a cluster.
@NullMarked
package rubicon.kubernetes;

import org.jspecify.annotations.NullMarked;
