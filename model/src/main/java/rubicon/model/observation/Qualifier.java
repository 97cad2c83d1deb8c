package rubicon.model.observation;

import java.util.Optional;

/// How a printed value is meant where it is not meant exactly.
public enum Qualifier {
    ABOUT("~"),
    BELOW("<"),
    AT_MOST("<="),
    ABOVE(">"),
    AT_LEAST(">=");

    private final String symbol;

    Qualifier(String symbol) {
        this.symbol = symbol;
    }

    /// As it is written before the value.
    public String symbol() {
        return symbol;
    }

    /// The qualifier written so.
    public static Optional<Qualifier> of(String symbol) {
        for (Qualifier candidate : values()) {
            if (candidate.symbol.equals(symbol)) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }
}
