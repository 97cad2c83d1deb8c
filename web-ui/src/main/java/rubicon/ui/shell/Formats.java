package rubicon.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorStatePayload.EstimatePayload;
import rubicon.model.wire.SubjectPayload;

/// Numbers, times and units as people read them. English, UTC, the same everywhere.
public final class Formats {
    private static final Pattern QUANTITY = Pattern.compile("([\\d.,]+)\\s+(\\p{L}+)");

    /// What stands where nothing is known.
    public static final String UNKNOWN = "–";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH);

    private Formats() {}

    /// A value with its unit: minutes as seconds, minutes or hours, shares and probabilities as per
    /// cent, counts and years bare.
    public static String value(double value, String unit) {
        return switch (unit) {
            case "min" -> minutes(value);
            case "share", "probability" -> number(value * 100) + " %";
            case "count" -> value % 1 == 0 ? decimals(value, 0) : number(value);
            case "decimal year" -> String.format(Locale.ENGLISH, "%.1f", value);
            case "status" -> status(value);
            case "%" -> number(value) + " %";
            case "" -> number(value);
            default -> unit.startsWith("%") ? number(value) + " " + unit : plain(value, unit);
        };
    }

    /// A threshold or reference with its unit. Such values are chosen, not measured: they are
    /// written without the decimal that says how well a value is known.
    public static String line(double value, String unit) {
        return value(value, unit).replaceFirst("\\.0+(?=\\D|$)", "");
    }

    /// What a line is, to stand beside its value as [#line] writes it: a label that begins with the
    /// same quantity in words, such as `100 hours, named by …` beside `100 h`, is told without it.
    public static String beside(String value, String label) {
        Matcher written = QUANTITY.matcher(value);
        Matcher said = QUANTITY.matcher(label);
        boolean same =
                written.lookingAt()
                        && said.lookingAt()
                        && written.group(1).equals(said.group(1))
                        && said.group(2).startsWith(written.group(2));
        return same ? label.substring(said.end()).replaceFirst("^[,;:\\s]+", "") : label;
    }

    /// A value as the source gave it, in its unit, without conversion.
    public static String exact(double value, String unit) {
        String digits = java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        return unit.isEmpty() ? digits : digits + " " + unit;
    }

    /// An interval in words: `5.3 h to 65.8 h`; an open end is named as such.
    public static String interval(@Nullable Double low, @Nullable Double high, String unit) {
        if (low != null && high != null) {
            if (unit.startsWith("%")) {
                return number(low) + " to " + number(high) + " %";
            }
            return value(low, unit) + " to " + value(high, unit);
        }
        if (low != null) {
            return "from " + value(low, unit);
        }
        return high == null ? "no interval" : "up to " + value(high, unit);
    }

    /// Whole days for long spans, one decimal for short ones: `129 d`.
    public static String days(double days) {
        return Math.abs(days) < 10 ? decimals(days, 1) + " d" : decimals(days, 0) + " d";
    }

    /// The interval of an estimate in days: `110 to 155 d`; an end that it does not have is told.
    public static String daysInterval(EstimatePayload estimate) {
        Double low = estimate.low();
        Double high = estimate.high();
        if (low == null) {
            return high == null ? "unbounded" : "at most " + days(high) + ", unbounded below";
        }
        if (high == null) {
            return "at least " + days(low) + ", unbounded above";
        }
        return decimals(low, 0) + " to " + days(high);
    }

    /// The same text, broken at the end of a line never between a number and its unit.
    public static String unbroken(String text) {
        return text.replaceAll("(?<=\\d) (?=(?:h|min|s|d|%)(?:\\W|$))", "\u00a0");
    }

    /// A confidence level: `95 %`.
    public static String level(double level) {
        return decimals(level * 100, level * 100 % 1 == 0 ? 0 : 1) + " %";
    }

    /// Three significant digits, thousands grouped.
    public static String number(double value) {
        double size = Math.abs(value);
        if (size >= 100) {
            return decimals(value, 0);
        }
        return decimals(value, size >= 10 ? 1 : 2);
    }

    /// A count.
    public static String count(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /// How many there are of something: `1 line`, `2 lines`.
    public static String counted(long count, String one, String several) {
        return count(count) + " " + (count == 1 ? one : several);
    }

    /// A day: `5 Feb 2026`.
    public static String date(LocalDate date) {
        return DAY.format(date);
    }

    /// A date as precisely as it is known.
    ///
    /// @param precision `DAY`, `MONTH`, `QUARTER` or `YEAR`; anything else counts as a day
    public static String date(LocalDate date, @Nullable String precision) {
        return switch (precision == null ? "DAY" : precision) {
            case "MONTH" -> MONTH.format(date);
            case "QUARTER" -> "Q" + ((date.getMonthValue() + 2) / 3) + " " + date.getYear();
            case "YEAR" -> Integer.toString(date.getYear());
            default -> DAY.format(date);
        };
    }

    /// A day in UTC.
    public static String date(Instant instant) {
        return DAY.format(instant.atOffset(ZoneOffset.UTC));
    }

    /// A moment in UTC, to the second.
    public static String moment(Instant instant) {
        return MOMENT.format(instant.atOffset(ZoneOffset.UTC));
    }

    /// How long ago, up to sixty days; then the date.
    public static String ago(Instant then, Instant now) {
        Duration gone = Duration.between(then, now);
        if (gone.isNegative()) {
            return until(gone.negated(), then);
        }
        if (gone.toMinutes() < 1) {
            return "just now";
        }
        String span = span(gone);
        return span.isEmpty() ? date(then) : span + " ago";
    }

    private static String until(Duration ahead, Instant then) {
        if (ahead.toMinutes() < 1) {
            return "now";
        }
        String span = span(ahead);
        return span.isEmpty() ? date(then) : "in " + span;
    }

    private static String span(Duration span) {
        if (span.toHours() < 1) {
            return span.toMinutes() + " min";
        }
        if (span.toDays() < 2) {
            return span.toHours() + " h";
        }
        return span.toDays() <= 60 ? span.toDays() + " d" : "";
    }

    /// A word of the contracts as a person writes it: `THIRD_PARTY` becomes `third party`.
    public static String words(@Nullable String constant) {
        return constant == null || constant.isBlank()
                ? UNKNOWN
                : constant.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }

    /// The same with a capital letter in front, as a heading or a button begins.
    public static String sentence(@Nullable String constant) {
        return capital(words(constant));
    }

    /// A text with a capital letter in front.
    public static String capital(String text) {
        return text.isEmpty()
                ? text
                : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /// Whom a value is of: the model; where there is none, as in ledgers of records, people or AI.
    public static String subject(SubjectPayload subject) {
        String model = subject.model();
        if (model != null && !model.isBlank()) {
            return model;
        }
        return switch (subject.actor() == null ? "" : subject.actor()) {
            case "AI" -> "AI";
            case "HUMAN" -> "people";
            case "CENTAUR" -> "people with AI";
            default -> words(subject.actor());
        };
    }

    private static String minutes(double minutes) {
        double size = Math.abs(minutes);
        if (size < 1) {
            return decimals(minutes * 60, size * 60 < 10 ? 1 : 0) + " s";
        }
        if (size < 60) {
            return decimals(minutes, size < 10 ? 1 : 0) + " min";
        }
        double hours = minutes / 60;
        return decimals(hours, Math.abs(hours) < 100 ? 1 : 0) + " h";
    }

    /// What an issuer determined, by how grave it is.
    private static String status(double value) {
        return value < 1 ? "not crossed" : value < 2 ? "gray zone" : "crossed";
    }

    private static String plain(double value, String unit) {
        return unit.startsWith("USD")
                ? "$" + decimals(value, 2) + unit.substring(3)
                : number(value) + " " + unit;
    }

    private static String decimals(double value, int digits) {
        return String.format(Locale.ENGLISH, "%,." + digits + "f", value);
    }
}
