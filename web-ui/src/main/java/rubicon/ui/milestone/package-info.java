/// The page of milestones: what happened, by date.
@NullMarked
package rubicon.ui.milestone;

import org.jspecify.annotations.NullMarked;
