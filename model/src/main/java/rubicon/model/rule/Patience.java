package rubicon.model.rule;

import java.time.Duration;

/// How long a severity waits before it believes a change. Less than nothing, or more than ten
/// years, is an `IllegalArgumentException`.
///
/// @param pending how long a breach lasts before it fires (*F*); zero fires at once
/// @param keepFiring how long a clearance lasts before it resolves (*K*); zero resolves at once
public record Patience(Duration pending, Duration keepFiring) {

    /// The longest that either may be.
    public static final Duration LONGEST = Duration.ofDays(3650);

    /// Fires and resolves at once.
    public static final Patience NONE = new Patience(Duration.ZERO, Duration.ZERO);

    public Patience {
        if (!isValid(pending) || !isValid(keepFiring)) {
            throw new IllegalArgumentException(
                    "pending %s and keepFiring %s must lie between PT0S and %s"
                            .formatted(pending, keepFiring, LONGEST));
        }
    }

    /// Whether a duration may be either of the two.
    public static boolean isValid(Duration duration) {
        return !duration.isNegative() && duration.compareTo(LONGEST) <= 0;
    }
}
