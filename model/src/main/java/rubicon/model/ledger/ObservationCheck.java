package rubicon.model.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.Kind;
import rubicon.model.catalogue.Unit;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.ObservedOn.Precision;
import rubicon.model.observation.Provenance;
import rubicon.model.observation.Qualifier;
import rubicon.model.observation.Subject;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.SubjectPayload;

/// The door of the ledger for observations: a payload becomes an [Observation] in the indicator's
/// unit, or is refused with every fault named.
public final class ObservationCheck {
    private static final Pattern UNSEEN = Pattern.compile("^[\\x00-\\x20]+|[\\t\\r\\n]");
    private static final Pattern SCHEME = Pattern.compile("([a-z][a-z0-9+.-]*):(//)?");
    private static final Set<String> PAGES = Set.of("http", "https");
    private static final Set<String> PROGRAMS = Set.of("javascript", "vbscript", "data", "blob");

    private final Catalogue catalogue;
    private final String timeField;

    /// Found before: many payloads speak of few indicators.
    private final Map<String, Indicator> found = new HashMap<>();

    /// Many payloads in a row speak of one day, and what is held of them stays in memory.
    private @Nullable ObservedOn last;

    /// For events, whose attribute `time` says when a thing was stated.
    public ObservationCheck(Catalogue catalogue) {
        this(catalogue, "time");
    }

    /// @param timeField what the sender calls the time of the statement
    public ObservationCheck(Catalogue catalogue, String timeField) {
        this.catalogue = catalogue;
        this.timeField = timeField;
    }

    /// What became of a payload at the door.
    public sealed interface Checked {}

    /// The observation, in the unit of its indicator.
    public record Valid(Observation observation) implements Checked {}

    /// Each fault by its field; never empty.
    public record Refused(List<Violation> violations) implements Checked {
        public Refused {
            violations = List.copyOf(violations);
        }
    }

    /// Checks a payload.
    ///
    /// @param statedAt when the source stated it
    /// @param now moment of the check
    public Checked check(ObservationPayload payload, Instant statedAt, Instant now) {
        Faults faults = new Faults();
        Times.checkPast(timeField, statedAt, now, faults);
        String source = faults.required("source", payload.source(), 100);
        Indicator indicator = indicator(payload.indicator(), faults);
        Subject subject = subject(payload.subject(), indicator, faults);
        ObservedOn observedOn = observedOn(payload, now, faults);
        Estimate estimate = indicator == null ? null : estimate(payload, indicator, faults);
        String externalId = faults.optional("externalId", payload.externalId(), 300);
        String startingPoint = faults.optional("startingPoint", payload.startingPoint(), 300);
        Evaluator evaluator = faults.constant("evaluator", Evaluator.class, payload.evaluator());
        Qualifier qualifier = qualifier(payload.qualifier(), faults);
        Times.check("publishedAt", payload.publishedAt(), faults);
        String evidence = faults.optional("evidence", payload.evidence(), 2_000);
        checkLink(evidence, faults);
        String note = faults.optional("note", payload.note(), 4_000);
        String disputed = faults.optional("disputed", payload.disputed(), 1_000);
        String confirmed = faults.optional("confirmed", payload.confirmed(), 1_000);
        SortedMap<String, String> tags = tags(payload.tags(), faults);
        Provenance provenance = ProvenanceCheck.check(payload.provenance(), faults);
        if (faults.any()
                || source == null
                || indicator == null
                || subject == null
                || observedOn == null
                || estimate == null) {
            return new Refused(faults.list());
        }
        String id =
                externalId != null
                        ? externalId
                        : normalisedId(indicator, subject, startingPoint, observedOn);
        return new Valid(
                new Observation(
                        new ObservationKey(source, indicator.id(), id),
                        subject,
                        estimate,
                        qualifier,
                        observedOn,
                        Times.micros(payload.publishedAt()),
                        startingPoint,
                        evaluator == null ? indicator.evaluator() : evaluator,
                        evidence,
                        note,
                        disputed,
                        confirmed,
                        tags,
                        provenance));
    }

    /// An address leads to a page of the web and runs nothing; a text that is no address is a text.
    /// Read as a browser would: without white space at its start, and line breaks and tabs nowhere.
    private static void checkLink(@Nullable String evidence, Faults faults) {
        if (evidence == null || evidence.startsWith("https://")) {
            return;
        }
        String read = UNSEEN.matcher(evidence).replaceAll("");
        Matcher address = SCHEME.matcher(read.toLowerCase(Locale.ROOT));
        if (address.lookingAt()) {
            String scheme = address.group(1);
            boolean leadsAway = address.group(2) != null && !PAGES.contains(scheme);
            if (leadsAway || PROGRAMS.contains(scheme)) {
                faults.add(
                        "evidence", "is an address of '%s:', not http or https".formatted(scheme));
            }
        }
    }

    private static void checkDay(String field, @Nullable LocalDate day, Faults faults) {
        if (day != null && (day.getYear() < 1900 || day.getYear() > 2199)) {
            faults.add(field, "%s lies outside the years 1900 to 2199".formatted(day));
        }
    }

    private @Nullable Indicator indicator(@Nullable String id, Faults faults) {
        if (faults.required("indicator", id, 100) == null || id == null) {
            return null;
        }
        Indicator before = found.get(id);
        if (before != null) {
            return before;
        }
        Indicator indicator = catalogue.find(id).orElse(null);
        if (indicator == null) {
            faults.add("indicator", "'%s' is not in the catalogue".formatted(id));
        } else {
            found.put(id, indicator);
        }
        return indicator;
    }

    /// @param indicator null where it is not known; what it asks of a subject is then not told
    private static @Nullable Subject subject(
            @Nullable SubjectPayload payload, @Nullable Indicator indicator, Faults faults) {
        if (payload == null) {
            faults.add("subject", "is missing");
            return null;
        }
        Actor actor = faults.constant("subject.actor", Actor.class, payload.actor());
        String model = faults.optional("subject.model", payload.model(), 300);
        if (model == null && actor == null) {
            faults.add("subject.model", "is missing, and no subject.actor is named instead");
            return null;
        }
        if (model == null && indicator != null && indicator.kind() != Kind.RECORD_LEDGER) {
            // Rows without a model are told apart by nothing: they would revise one another.
            faults.add(
                    "subject.model",
                    "is missing; subject.actor alone will do only in a ledger of records");
            return null;
        }
        checkDay("subject.releasedOn", payload.releasedOn(), faults);
        return new Subject(
                model == null ? "" : model,
                faults.optional("subject.developer", payload.developer(), 300),
                faults.optional("subject.scaffold", payload.scaffold(), 300),
                payload.releasedOn(),
                actor == null ? Actor.AI : actor);
    }

    private @Nullable ObservedOn observedOn(
            ObservationPayload payload, Instant now, Faults faults) {
        Precision named = faults.constant("precision", Precision.class, payload.precision());
        Precision precision = named == null ? Precision.DAY : named;
        LocalDate date = payload.observedOn();
        if (date == null) {
            faults.add("observedOn", "is missing");
            return null;
        }
        LocalDate tomorrow = now.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        if (date.isAfter(tomorrow)) {
            faults.add("observedOn", "%s is later than tomorrow (%s)".formatted(date, tomorrow));
            return null;
        }
        if (date.getYear() < 1900) {
            faults.add("observedOn", date + " is earlier than 1900-01-01");
            return null;
        }
        ObservedOn on = new ObservedOn(ObservedOn.firstDay(date, precision), precision);
        if (on.equals(last)) {
            return last;
        }
        last = on;
        return on;
    }

    private static @Nullable Estimate estimate(
            ObservationPayload payload, Indicator indicator, Faults faults) {
        double factor = factor(payload.unit(), indicator, faults);
        Double value = scaled("value", payload.value(), factor, faults);
        Double low = scaled("low", payload.low(), factor, faults);
        Double high = scaled("high", payload.high(), factor, faults);
        if (payload.value() == null) {
            faults.add("value", "is missing; a claim without a number is a milestone");
        }
        if (value == null) {
            return null;
        }
        if (!indicator.bounds().contains(value)) {
            faults.add(
                    "value",
                    "%s %s is outside %s %s"
                            .formatted(
                                    value, indicator.unit(), indicator.bounds(), indicator.id()));
        }
        if (low != null && low > value) {
            faults.add("low", "%s is above the value %s".formatted(low, value));
        }
        if (high != null && high < value) {
            faults.add("high", "%s is below the value %s".formatted(high, value));
        }
        if (payload.level() != null && !(payload.level() > 0 && payload.level() < 1)) {
            faults.add("level", payload.level() + " is not between 0 and 1");
        }
        if (payload.n() != null && payload.n() < 0) {
            faults.add("n", payload.n() + " is negative");
        }
        String method = faults.optional("method", payload.method(), 100);
        return faults.any()
                ? null
                : new Estimate(value, low, high, payload.level(), method, payload.n());
    }

    private static double factor(@Nullable String symbol, Indicator indicator, Faults faults) {
        String unit = faults.optional("unit", symbol, 60);
        if (unit == null) {
            return 1;
        }
        OptionalDouble factor = new Unit(unit).factorTo(indicator.unit());
        if (factor.isEmpty()) {
            faults.add("unit", "'%s' does not convert to '%s'".formatted(unit, indicator.unit()));
        }
        return factor.orElse(1);
    }

    private static @Nullable Double scaled(
            String field, @Nullable Double raw, double factor, Faults faults) {
        if (raw == null) {
            return null;
        }
        double scaled = factor == 1 ? raw : raw * factor;
        if (!Double.isFinite(scaled)) {
            faults.add(field, raw + " is not finite");
            return null;
        }
        return scaled == 0 ? 0.0 : scaled; // no negative zero: equal values must be equal bytes
    }

    private static @Nullable Qualifier qualifier(@Nullable String symbol, Faults faults) {
        if (symbol == null) {
            return null;
        }
        return Qualifier.of(symbol)
                .orElseGet(() -> {
                    faults.add("qualifier", "'%s' is none of ~ < <= > >=".formatted(symbol));
                    return null;
                });
    }

    private static SortedMap<String, String> tags(
            @Nullable Map<String, String> payload, Faults faults) {
        SortedMap<String, String> tags = new TreeMap<>();
        if (payload == null) {
            return tags;
        }
        if (payload.size() > 50) {
            faults.add("tags", payload.size() + " are more than 50");
        }
        payload.forEach((key, value) -> {
            faults.optional("tags", key, 100);
            String text = faults.optional("tags." + key, value, 500);
            tags.put(key, text == null ? "" : text);
        });
        return tags;
    }

    private static String normalisedId(
            Indicator indicator,
            Subject subject,
            @Nullable String startingPoint,
            ObservedOn observedOn) {
        String id = subject.normalised(startingPoint);
        return indicator.identity() == Identity.SERIES ? id + "|" + observedOn.date() : id;
    }
}
