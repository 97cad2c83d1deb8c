package rubicon.model.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.History;

/// A subject of which several sources give different values on one indicator.
///
/// @param key of the subject, and of its date where the indicator is a series
/// @param standing the source that the catalogue ranks first of those that speak of it
/// @param values of all sources, those that stand first, then by rank
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
        List<Value> values =
                said.stream()
                        .sorted(
                                Comparator.comparing((Result it) -> !isOf(it, first))
                                        .thenComparingInt(it -> indicator.rankOf(it.key().source()))
                                        .thenComparing(Result::key))
                        .map(it ->
                                isOf(it, first)
                                        ? new Value(it, Agreement.STANDS, null)
                                        : against(it, nearest(it, standing)))
                        .toList();
        boolean differ =
                values.stream()
                        .map(Value::agreement)
                        .anyMatch(it -> it == Agreement.ROUNDED || it == Agreement.DIFFERS);
        return differ ? Optional.of(new Disagreement(key, first, values)) : Optional.empty();
    }

    private static boolean isOf(Result result, String source) {
        return result.key().source().equals(source);
    }

    private static double nearest(Result result, List<Result> standing) {
        return standing.stream()
                .map(Result::value)
                .min(Comparator.comparingDouble(it -> Math.abs(it - result.value())))
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
