/// Milestones: dated claims and events that carry no number of their own. They are shown beside the
/// indicators that they speak of; what has a number is an observation.
@NullMarked
package rubicon.model.milestone;

import org.jspecify.annotations.NullMarked;
