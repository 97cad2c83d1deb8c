package rubicon.model.stats;

/// The check of a number that is a share of a whole.
final class Shares {
    private Shares() {}

    static double checked(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("%s is not in [0, 1]".formatted(share));
        }
        return share;
    }

    /// The share nearest to a number that rounding may have moved past an end.
    static double clipped(double number) {
        return Math.clamp(number, 0, 1);
    }
}
