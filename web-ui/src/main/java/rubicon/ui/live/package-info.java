/// From the compacted topics to shared signals: the latest state of each indicator and alert. No
/// page and no component is known here.
@NullMarked
package rubicon.ui.live;

import org.jspecify.annotations.NullMarked;
