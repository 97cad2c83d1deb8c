package rubicon.benchmarks.rules;

/// What as many series show as there are rules. Each climbs to a hundred values one by one and
/// starts anew, so that at any moment one rule in a hundred fires.
///
/// @param rules how many
record Levels(int rules) {
    /// A rule fires from here on.
    static final int FIRE = 99;

    /// Rounds until a series starts anew.
    static final int PERIOD = 100;

    double value(int series, long round) {
        return (series + round) % PERIOD;
    }

    /// How many rules fire in a round.
    long firing(long round) {
        long firing = 0;
        for (int i = 0; i < rules; i++) {
            if (value(i, round) >= FIRE) {
                firing++;
            }
        }
        return firing;
    }
}
