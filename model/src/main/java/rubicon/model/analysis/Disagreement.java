package rubicon.model.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.History;

/// A subject of which several sources give different values on one indicator. Where the source that
/// stands has several values of the subject (a ledger of records), each other one is held against
/// the nearest of them.
///
/// @param key of the subject, and of its date where the indicator is a series
/// @param standing the source that the catalogue ranks first of those that speak of it
/// @param values those that stand and are differed from, then those of the other sources by rank
public record Disagreement(String key, String standing, List<Value> values) {
    /// A rounding is a small change; from here on it is another value, however few digits it has.
    private static final double MOST_ROUNDING = 0.05;

    public Disagreement {
        values = List.copyOf(values);
    }

    /// What one source says.
    ///
    /// @param difference from the nearest value that stands, as a share of that; null where it is
    ///   0, and for what stands
    public record Value(Result result, Agreement agreement, @Nullable Double difference) {}

    /// The disagreements about an indicator, by subject.
    public static List<Disagreement> of(Indicator indicator, Collection<History> histories) {
        List<Disagreement> found = new ArrayList<>();
        Result.bySubject(indicator, histories)
                .forEach((key, said) -> of(indicator, key, said).ifPresent(found::add));
        return List.copyOf(found);
    }

    /// Whether a value is more than what stands with fewer digits.
    public boolean isMoreThanRounding() {
        return values.stream().anyMatch(it -> it.agreement() == Agreement.DIFFERS);
    }

    /// The greatest difference, without its sign; 0 where none is known.
    public double largestDifference() {
        return values.stream()
                .map(Value::difference)
                .mapToDouble(it -> it == null ? 0 : Math.abs(it))
                .max()
                .orElse(0);
    }

    private static Optional<Disagreement> of(Indicator indicator, String key, List<Result> said) {
        String first = Result.firstSource(indicator, said);
        List<Result> standing = said.stream().filter(it -> isOf(it, first)).toList();
        List<Value> others =
                said.stream()
                        .filter(it -> !isOf(it, first))
                        .map(it -> against(it, nearest(it, standing).value()))
                        .filter(it -> standing.size() == 1 || isAnother(it))
                        .sorted(
                                Comparator.comparingInt((Value it) ->
                                                indicator.rankOf(it.result().key().source()))
                                        .thenComparing(it -> it.result().key()))
                        .toList();
        if (others.stream().noneMatch(Disagreement::isAnother)) {
            return Optional.empty();
        }
        Stream<Value> stand =
                others.stream()
                        .map(it -> nearest(it.result(), standing))
                        .distinct()
                        .map(it -> new Value(it, Agreement.STANDS, null));
        return Optional.of(
                new Disagreement(key, first, Stream.concat(stand, others.stream()).toList()));
    }

    private static boolean isAnother(Value value) {
        return value.agreement() == Agreement.ROUNDED || value.agreement() == Agreement.DIFFERS;
    }

    private static boolean isOf(Result result, String source) {
        return result.key().source().equals(source);
    }

    private static Result nearest(Result result, List<Result> standing) {
        return standing.stream()
                .min(Comparator.comparingDouble(it -> Math.abs(it.value() - result.value())))
                .orElseThrow();
    }

    private static Value against(Result result, double standing) {
        double value = result.value();
        if (value == standing) {
            return new Value(result, Agreement.SAME, 0.0);
        }
        Double difference = standing == 0 ? null : (value - standing) / Math.abs(standing);
        boolean rounded =
                difference != null
                        && Math.abs(difference) <= MOST_ROUNDING
                        && isRounded(value, standing);
        return new Value(result, rounded ? Agreement.ROUNDED : Agreement.DIFFERS, difference);
    }

    /// Whether a value is another one, rounded to the digits that it has itself: 720 is 718.81 to
    /// the ten.
    private static boolean isRounded(double value, double exact) {
        BigDecimal digits = BigDecimal.valueOf(value).stripTrailingZeros();
        BigDecimal rounded =
                BigDecimal.valueOf(exact).setScale(digits.scale(), RoundingMode.HALF_UP);
        return rounded.compareTo(digits) == 0;
    }
}
