/// What milestones, policy thresholds and people's forecasts share: they are told in words, by a
/// source, and what was told once is never rewritten, only followed by a revision. What each of
/// them says stands in its own package; values of indicators belong to `observation` and `ledger`.
///
/// @see "docs/adr/0009-one-chronicle.md"
@NullMarked
package rubicon.model.chronicle;

import org.jspecify.annotations.NullMarked;
