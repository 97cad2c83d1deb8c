/// Kinds of self-improvement as S-curves on one axis of intelligence: where each stands, how many
/// are in their steep part, whether their sum gives back more than is put in. All positions are
/// estimates of this project, and where they come from does not belong here.
@NullMarked
package rubicon.model.scurve;

import org.jspecify.annotations.NullMarked;
