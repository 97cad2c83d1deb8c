package rubicon.simulator.scenario.takeoff.software;

/// Whether each new system must be trained anew, which slows both acceleration and deceleration. It
/// changes the exponent `a = p(1/r − 1)` by which doubling times change.
public enum Retraining {
    /// No: `a` stays.
    NONE("none") {
        @Override
        double exponent(double a) {
            return a;
        }
    },
    /// As the source's text prints it: `a/(1 + |a|)`.
    PAPER("paper") {
        @Override
        double exponent(double a) {
            return a / (1 + Math.abs(a));
        }
    },
    /// As the source's program for many runs has it: `a/|1 + a|`. The printed results follow from
    /// this one.
    PROGRAM("code-multi") {
        @Override
        double exponent(double a) {
            return a / Math.abs(1 + a);
        }
    };

    private final String text;

    Retraining(String text) {
        this.text = text;
    }

    abstract double exponent(double a);

    /// As written in requests and case files.
    public String text() {
        return text;
    }

    /// The one that a text names.
    ///
    /// @throws IllegalArgumentException if the text is none of theirs
    public static Retraining of(String text) {
        for (Retraining one : values()) {
            if (one.text.equals(text)) {
                return one;
            }
        }
        throw new IllegalArgumentException(
                "retraining must be none, paper or code-multi, not " + text);
    }
}
