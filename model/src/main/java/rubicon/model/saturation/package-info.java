/// Series that end at a ceiling: how far they are, and when they reach a score. The ceiling is what
/// is left when the errors of the benchmark itself are taken away, and comes from a source or is
/// declared; here it is given.
@NullMarked
package rubicon.model.saturation;

import org.jspecify.annotations.NullMarked;
