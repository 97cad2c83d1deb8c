/// What makes an alert: rules with their conditions, thresholds and patience, the check of what a
/// user typed, and what one value says about each severity. Nothing here knows of time passing or
/// of episodes: that is `rubicon.model.alert`.
@NullMarked
package rubicon.model.rule;

import org.jspecify.annotations.NullMarked;
