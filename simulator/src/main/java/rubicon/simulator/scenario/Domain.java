package rubicon.simulator.scenario;

import java.math.BigDecimal;
import java.util.Optional;

/// The values that a parameter may take. Bounds belong to the domain.
public sealed interface Domain {

    /// What is wrong with a value, ending the sentence that its parameter's name begins; empty if
    /// nothing is.
    Optional<String> objection(Value value);

    /// The allowed values in words, such as `a number from 0 to 1`.
    String inWords();

    /// Real numbers of an interval.
    record Real(double min, double max) implements Domain {
        public Real {
            if (!(Double.isFinite(min) && Double.isFinite(max) && min < max)) {
                throw new IllegalArgumentException("not an interval: " + min + " to " + max);
            }
        }

        @Override
        public Optional<String> objection(Value value) {
            return value instanceof Value.Real(double real)
                    ? outside(this, real < min || real > max, text(real))
                    : Optional.of("must be " + inWords());
        }

        @Override
        public String inWords() {
            return "a number from %s to %s".formatted(text(min), text(max));
        }
    }

    /// Integers of an interval.
    record Whole(long min, long max) implements Domain {
        public Whole {
            requireInterval(min, max);
        }

        @Override
        public Optional<String> objection(Value value) {
            return value instanceof Value.Whole(long whole)
                    ? outside(this, whole < min || whole > max, Long.toString(whole))
                    : Optional.of("must be " + inWords());
        }

        @Override
        public String inWords() {
            return "an integer from %d to %d".formatted(min, max);
        }
    }

    /// Lists of one to `maxItems` integers of an interval.
    record Wholes(long min, long max, int maxItems) implements Domain {
        public Wholes {
            requireInterval(min, max);
            if (maxItems < 1) {
                throw new IllegalArgumentException("a list of at most " + maxItems + " items");
            }
        }

        @Override
        public Optional<String> objection(Value value) {
            if (!(value instanceof Value.Wholes(var wholes))) {
                return Optional.of("must be " + inWords());
            }
            if (wholes.isEmpty() || wholes.size() > maxItems) {
                return outside(this, true, "a list of " + wholes.size());
            }
            return wholes.stream()
                    .filter(whole -> whole < min || whole > max)
                    .findFirst()
                    .flatMap(whole -> outside(this, true, Long.toString(whole)));
        }

        @Override
        public String inWords() {
            return "a list of 1 to %d integers from %d to %d".formatted(maxItems, min, max);
        }
    }

    private static Optional<String> outside(Domain domain, boolean isOutside, String what) {
        return isOutside
                ? Optional.of("must be %s, not %s".formatted(domain.inWords(), what))
                : Optional.empty();
    }

    private static void requireInterval(long min, long max) {
        if (min >= max) {
            throw new IllegalArgumentException("not an interval: " + min + " to " + max);
        }
    }

    private static String text(double real) {
        if (Double.isInfinite(real)) {
            return Double.toString(real);
        }
        BigDecimal exact = new BigDecimal(Double.toString(real)).stripTrailingZeros();
        // A value typed with a huge exponent would fill the message with its digits.
        return Math.abs(exact.scale()) > 20 ? exact.toString() : exact.toPlainString();
    }
}
