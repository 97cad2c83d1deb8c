package rubicon.ingest.source.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values out of the text of a cell.
public final class Cells {
    /// What upstreams write where there is no value.
    private static final Set<String> NOTHING =
            Set.of("", "-", "–", "—", "n/a", "na", "none", "null", "nan", "not stored", "err");

    private static final Pattern NUMBER =
            Pattern.compile("[-+]?([1-9]\\d{0,2}(,\\d{3})+|\\d+)?(\\.\\d+)?([eE][-+]?\\d{1,3})?");

    /// Blanks that do not break a line, and what is not seen at all.
    private static final Pattern FIXED_BLANK = Pattern.compile("[\u00a0\u2007\u202f]");

    private static final Pattern UNSEEN = Pattern.compile("[\u200b\u2060\ufe0e\ufe0f\ufeff]");
    private static final Pattern MINUS = Pattern.compile("[\u2212\u2013](?=[\\d.])");
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})([T ].*)?");
    private static final int LONGEST = 40;

    private Cells() {}

    /// The text of a cell as a reader sees it, without blanks around it.
    public static String seen(String cell) {
        return FIXED_BLANK.matcher(UNSEEN.matcher(cell).replaceAll("")).replaceAll(" ").strip();
    }

    /// Whether a cell says that it has no value.
    public static boolean isNothing(String cell) {
        return NOTHING.contains(cell.strip().toLowerCase(Locale.ROOT));
    }

    /// The number that a cell is, thousands separated by commas or not, with or without a per cent
    /// sign; empty where it says that it has none.
    ///
    /// @throws RowFault if it is anything else
    public static OptionalDouble number(String column, String cell) throws RowFault {
        if (isNothing(cell)) {
            return OptionalDouble.empty();
        }
        String text = MINUS.matcher(cell.strip()).replaceFirst("-");
        text = text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        if (text.length() > LONGEST
                || !NUMBER.matcher(text).matches()
                || text.chars().noneMatch(Character::isDigit)) {
            throw new RowFault(column, "'%s' is no number".formatted(shortened(cell)));
        }
        double number = Double.parseDouble(text.replace(",", ""));
        if (!Double.isFinite(number)) {
            throw new RowFault(column, "'%s' is not finite".formatted(shortened(cell)));
        }
        return OptionalDouble.of(number);
    }

    /// The day that a cell is, also where it is written with a time of day; empty where it says
    /// that it has none.
    ///
    /// @throws RowFault if it is anything else
    public static Optional<LocalDate> day(String column, String cell) throws RowFault {
        if (isNothing(cell)) {
            return Optional.empty();
        }
        Matcher day = DAY.matcher(cell.strip());
        try {
            if (day.matches()) {
                return Optional.of(LocalDate.parse(day.group(1)));
            }
        } catch (DateTimeException e) {
            // told below, like any other text
        }
        throw new RowFault(column, "'%s' is no day".formatted(shortened(cell)));
    }

    /// A cell for a message.
    public static String shortened(String cell) {
        return cell.length() <= LONGEST ? cell : cell.substring(0, LONGEST) + "…";
    }
}
