package rubicon.model.chronicle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Faults;
import rubicon.model.ledger.Times;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.ObservedOn.Precision;

/// Reads the fields that entries of the chronicle share and collects their faults. What is at fault
/// reads as something harmless; nobody sees it, for [#checked] then answers with the faults.
public final class EntryFields {
    private static final int LIST_LIMIT = 100;
    private static final int SHORT = 300;
    private static final int LONG = 4_000;
    private static final int ADDRESS = 2_000;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final Faults faults = new Faults();
    private final LocalDate tomorrow;

    /// @param statedAt when the source told the entry
    /// @param now moment of the check
    public EntryFields(Instant statedAt, Instant now) {
        Times.checkPast("statedAt", statedAt, now, faults);
        this.tomorrow = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
    }

    /// What was read, or all faults.
    public <T> CheckedEntry<T> checked(Supplier<T> value) {
        return faults.any()
                ? new CheckedEntry.Refused<>(faults.list())
                : new CheckedEntry.Valid<>(value.get());
    }

    /// Notes a fault.
    public void fault(String field, String message) {
        faults.add(field, message);
    }

    /// Who tells the entry.
    public String source(@Nullable String text) {
        return orEmpty(faults.required("source", text, 100));
    }

    /// A name that must be there.
    public String name(String field, @Nullable String text) {
        return orEmpty(faults.required(field, text, SHORT));
    }

    /// A text that must be there.
    public String text(String field, @Nullable String text) {
        return orEmpty(faults.required(field, text, LONG));
    }

    /// A name that may be absent.
    public @Nullable String optionalName(String field, @Nullable String text) {
        return faults.optional(field, text, SHORT);
    }

    /// A text that may be absent.
    public @Nullable String optionalText(String field, @Nullable String text) {
        return faults.optional(field, text, LONG);
    }

    /// A link that may be absent.
    public @Nullable String link(String field, @Nullable String text) {
        String link = faults.optional(field, text, ADDRESS);
        if (link != null && !link.startsWith("https://") && !link.startsWith("http://")) {
            faults.add(field, "'%s' is no http or https address".formatted(link));
            return null;
        }
        return link;
    }

    /// An id that must be there: lower-case words joined by `-`.
    public String id(String field, @Nullable String text) {
        String id = orEmpty(faults.required(field, text, 100));
        if (!id.isEmpty() && !IndicatorId.isValid(id)) {
            faults.add(field, "'%s' is not lower-case words joined by '-'".formatted(id));
            return "";
        }
        return id;
    }

    /// An id that may be absent.
    public @Nullable String optionalId(String field, @Nullable String text) {
        return text == null || text.isBlank() ? null : id(field, text);
    }

    /// Ids, each once.
    public List<String> ids(String field, @Nullable List<String> texts) {
        List<String> ids = new ArrayList<>();
        for (String text : limited(field, texts)) {
            String id = id(field, text);
            if (ids.contains(id)) {
                faults.add(field, "names '%s' twice".formatted(id));
            }
            ids.add(id);
        }
        return ids;
    }

    /// Names, each once.
    public List<String> names(String field, @Nullable List<String> texts) {
        List<String> names = new ArrayList<>();
        for (String text : limited(field, texts)) {
            String name = name(field, text);
            if (names.contains(name)) {
                faults.add(field, "names '%s' twice".formatted(name));
            }
            names.add(name);
        }
        return names;
    }

    /// Indicators, each once. They need not be in the catalogue: an entry may speak of one that
    /// comes later.
    public List<IndicatorId> indicators(String field, @Nullable List<String> texts) {
        return ids(field, texts).stream()
                .filter(IndicatorId::isValid)
                .map(IndicatorId::new)
                .toList();
    }

    /// An indicator that may be absent.
    public @Nullable IndicatorId indicator(String field, @Nullable String text) {
        String id = optionalId(field, text);
        return id == null || id.isEmpty() ? null : new IndicatorId(id);
    }

    /// The list, or an empty one where it is absent or too long.
    public <T> List<T> limited(String field, @Nullable List<T> list) {
        if (list == null) {
            return List.of();
        }
        if (list.size() > LIST_LIMIT) {
            faults.add(field, "%d are more than %d".formatted(list.size(), LIST_LIMIT));
            return List.of();
        }
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i) == null) {
                faults.add("%s[%d]".formatted(field, i), "is null");
                return List.of();
            }
        }
        return list;
    }

    /// A constant that must be named.
    public <E extends Enum<E>> E constant(String field, Class<E> type, @Nullable String name) {
        if (name == null) {
            faults.add(field, "is missing");
        }
        E constant = faults.constant(field, type, name);
        return constant == null ? type.getEnumConstants()[0] : constant;
    }

    /// When something was, as exactly as it is known; DAY where no precision is named.
    public ObservedOn past(
            String field,
            @Nullable LocalDate date,
            String precisionField,
            @Nullable String precision) {
        if (date == null) {
            faults.add(field, "is missing");
        }
        ObservedOn past = optionalPast(field, date, precisionField, precision);
        return past == null ? ObservedOn.day(EARLIEST) : past;
    }

    /// The same where it may be unknown.
    public @Nullable ObservedOn optionalPast(
            String field,
            @Nullable LocalDate date,
            String precisionField,
            @Nullable String precision) {
        Precision named = faults.constant(precisionField, Precision.class, precision);
        LocalDate day = date(field, date);
        if (day != null && day.isAfter(tomorrow)) {
            faults.add(field, "%s is later than tomorrow (%s)".formatted(day, tomorrow));
        }
        Precision exact = named == null ? Precision.DAY : named;
        return day == null ? null : new ObservedOn(ObservedOn.firstDay(day, exact), exact);
    }

    /// A date of any time, which may be absent.
    public @Nullable LocalDate date(String field, @Nullable LocalDate date) {
        if (date != null && (date.isBefore(EARLIEST) || date.isAfter(LATEST))) {
            faults.add(field, "%s lies outside the years 1900 to 2199".formatted(date));
            return null;
        }
        return date;
    }

    /// A moment that may be absent, cut to what is stored.
    public @Nullable Instant moment(String field, @Nullable Instant moment) {
        if (moment == null) {
            return null;
        }
        if (date(field, moment.atZone(ZoneOffset.UTC).toLocalDate()) == null) {
            return null;
        }
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /// A number that may be absent. Zero has no sign, so that equal numbers are equal.
    public @Nullable Double number(String field, @Nullable Double number) {
        if (number == null) {
            return null;
        }
        if (!Double.isFinite(number)) {
            faults.add(field, number + " is not finite");
            return null;
        }
        return number == 0 ? 0.0 : number;
    }

    /// A number strictly between 0 and 1 that must be there; not a number where it is at fault.
    public double level(String field, @Nullable Double number) {
        if (number == null) {
            faults.add(field, "is missing");
            return Double.NaN;
        }
        if (!(number > 0 && number < 1)) {
            faults.add(field, number + " is not between 0 and 1");
            return Double.NaN;
        }
        return number;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
