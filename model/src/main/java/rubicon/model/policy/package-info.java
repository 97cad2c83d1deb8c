/// Policy thresholds: what an issuer says a model must not cross unnoticed, with the determinations
/// made under it. Rules and alerts of this house are something else; they live in `rule`.
@NullMarked
package rubicon.model.policy;

import org.jspecify.annotations.NullMarked;
