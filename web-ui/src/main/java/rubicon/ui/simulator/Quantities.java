package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import rubicon.ui.shell.Formats;

/// Values of models as people read them.
final class Quantities {
    private static final MathContext SHOWN = new MathContext(4);
    private static final int LONGEST_LIST = 12;
    private static final List<String> BARE = List.of("", "1", "year", "date");

    private Quantities() {}

    /// A value with its unit; shares in per cent, what never happens in words.
    static String text(JsonNode value, String unit) {
        if (value.isNull() || value.isMissingNode()) {
            return Formats.UNKNOWN;
        }
        if (value.isArray()) {
            return value.isEmpty() ? "none" : list(value, unit);
        }
        return Json.real(value).map(it -> text(it, unit)).orElse(value.asText());
    }

    /// The same of a number.
    static String text(double value, String unit) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        if (isShare(unit)) {
            return share(value);
        }
        if (unit.equals("year")) {
            return String.format(Locale.ENGLISH, "%.1f", value).replaceFirst("\\.0$", "");
        }
        return BARE.contains(unit) ? number(value) : number(value) + " " + unit;
    }

    /// Four digits that say something; very large and very small ones with a power of ten.
    static String number(double value) {
        if (value == 0 || Double.isInfinite(value)) {
            return value == 0 ? "0" : value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        if (size >= 1e7 || size < 1e-4) {
            BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(3));
            int power = rounded.precision() - rounded.scale() - 1;
            String digits = rounded.scaleByPowerOfTen(-power).stripTrailingZeros().toPlainString();
            return (digits.equals("1") ? "" : digits + "·") + "10" + raised(power);
        }
        BigDecimal rounded =
                size >= 1_000
                        ? BigDecimal.valueOf(Math.rint(value))
                        : BigDecimal.valueOf(value).round(SHOWN);
        BigDecimal bare = rounded.stripTrailingZeros();
        return String.format(Locale.ENGLISH, "%,." + Math.max(0, bare.scale()) + "f", bare);
    }

    /// A number exactly as it was given, to be typed again.
    static String exact(double value) {
        double size = Math.abs(value);
        BigDecimal bare = BigDecimal.valueOf(value).stripTrailingZeros();
        return size != 0 && (size >= 1e15 || size < 1e-6) ? bare.toString() : bare.toPlainString();
    }

    static boolean isShare(String unit) {
        return unit.equals("share") || unit.equals("probability");
    }

    /// Whether a value says by its look what it is counted in.
    static boolean tellsItself(String unit) {
        return isShare(unit) || unit.equals("year");
    }

    /// A unit to stand beside a number field: nothing for a pure number.
    static String unit(String unit) {
        return unit.equals("1") ? "" : unit;
    }

    /// Near to one it is the distance from one that says something.
    private static String share(double value) {
        double distance = 1 - value;
        if (value > 0.99 && distance > 0) {
            BigDecimal rest = BigDecimal.valueOf(100 * distance).round(new MathContext(2));
            return BigDecimal.valueOf(100).subtract(rest).stripTrailingZeros().toPlainString()
                    + " %";
        }
        return number(100 * value) + " %";
    }

    private static String list(JsonNode values, String unit) {
        String shown =
                StreamSupport.stream(values.spliterator(), false)
                        .limit(LONGEST_LIST)
                        .map(it ->
                                it.isObject()
                                        ? it.size() + " cells"
                                        : text(it, it.isNumber() ? unit : ""))
                        .collect(Collectors.joining(", "));
        return values.size() > LONGEST_LIST ? "%s … (%d)".formatted(shown, values.size()) : shown;
    }

    private static String raised(int power) {
        String digits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        return Integer.toString(power)
                .chars()
                .mapToObj(c -> c == '-' ? "⁻" : String.valueOf(digits.charAt(c - '0')))
                .collect(Collectors.joining());
    }
}
