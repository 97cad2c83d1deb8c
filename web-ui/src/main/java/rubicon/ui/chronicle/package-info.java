/// What the pages of milestones, policy thresholds and people's forecasts share with the page of an
/// indicator: how an entry is read, judged by a clock, and told. No page is known here.
@NullMarked
package rubicon.ui.chronicle;

import org.jspecify.annotations.NullMarked;
