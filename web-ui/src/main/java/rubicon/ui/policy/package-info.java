/// The page of policy thresholds: who drew which line, what was determined, and how far the
/// indicators are from the numbers that are published.
@NullMarked
package rubicon.ui.policy;

import org.jspecify.annotations.NullMarked;
