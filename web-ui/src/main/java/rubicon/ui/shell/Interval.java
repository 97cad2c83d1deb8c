package rubicon.ui.shell;

import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorStatePayload.Point;
import rubicon.model.wire.LedgerRowPayload;

/// The interval of a value and what it covers, as its source states it. Intervals differ in kind: a
/// standard error is no confidence interval of 95 %, and what is not stated is not guessed.
///
/// @param level nominal coverage; null where it is not stated
/// @param method how the interval was made, in upper-case words; null where it is not stated
public record Interval(
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double level,
        @Nullable String method) {

    public static Interval of(Point point) {
        return new Interval(point.low(), point.high(), point.level(), point.method());
    }

    public static Interval of(LedgerRowPayload row) {
        return new Interval(row.low(), row.high(), row.level(), row.method());
    }

    /// Whether it has an end.
    public boolean isKnown() {
        return low != null || high != null;
    }

    /// Its ends and what it covers: `5.3 h to 65.8 h (95 %)`; empty where there is none.
    public String words(String unit) {
        return isKnown() ? Formats.interval(low, high, unit) + " (" + cover() + ")" : "";
    }

    /// What it covers, in a few words: `90 %`, `± 1 s.e., about 68 %`.
    public String cover() {
        if (level != null) {
            return Formats.level(level);
        }
        return switch (method == null ? "" : method) {
            case "STANDARD_ERROR" -> "± 1 s.e., about 68 %";
            case "STANDARD_DEVIATION_OF_RUNS" -> "± 1 s.d. of runs";
            case "RANGE_OF_ANSWERS", "RANGE_AS_REPORTED" -> Formats.words(method);
            default -> "level not stated";
        };
    }

    /// The same with how it was made: `95 % bootstrap`.
    public String kind() {
        if (level != null) {
            return cover() + (method == null ? "" : " " + Formats.words(method));
        }
        String cover = cover();
        return method == null || !cover.equals("level not stated")
                ? cover
                : Formats.words(method) + ", " + cover;
    }
}
