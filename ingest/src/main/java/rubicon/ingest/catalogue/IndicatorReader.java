package rubicon.ingest.catalogue;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Bounds;
import rubicon.model.catalogue.DateMeaning;
import rubicon.model.catalogue.DeclaredNormalisation;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Export;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.HumanBaseline;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.Kind;
import rubicon.model.catalogue.Licence;
import rubicon.model.catalogue.NoiseCeiling;
import rubicon.model.catalogue.ReferenceLine;
import rubicon.model.catalogue.RunSuite;
import rubicon.model.catalogue.Scale;
import rubicon.model.catalogue.TrendWindow;
import rubicon.model.catalogue.Unit;
import rubicon.model.catalogue.View;
import rubicon.model.ledger.Faults;
import rubicon.model.ledger.Violation;
import rubicon.model.observation.Evaluator;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorPayload.BoundsPayload;
import rubicon.model.wire.IndicatorPayload.HumanBaselinePayload;
import rubicon.model.wire.IndicatorPayload.LicencePayload;
import rubicon.model.wire.IndicatorPayload.LinePayload;
import rubicon.model.wire.IndicatorPayload.NoiseCeilingPayload;
import rubicon.model.wire.IndicatorPayload.NormalisationPayload;
import rubicon.model.wire.IndicatorPayload.PlausibilityPayload;
import rubicon.model.wire.IndicatorPayload.RunSuitePayload;
import rubicon.model.wire.IndicatorPayload.TrendWindowPayload;

/// Turns a catalogue entry into an [Indicator], or says what is wrong with it.
final class IndicatorReader {
    /// How many robust deviations a value may lie from those before it, unless the entry says.
    private static final double DEVIATIONS = 10;

    /// Iglewicz and Hoaglin call values an outlier from here on.
    private static final double FEWEST_DEVIATIONS = 3.5;

    /// As many characters as the suite of a run may have.
    private static final int LONGEST_SUITE = 300;

    private static final String HORIZON_UNIT = "min";

    private final IndicatorPayload payload;
    private final Faults faults = new Faults();

    private IndicatorReader(IndicatorPayload payload) {
        this.payload = payload;
    }

    /// What became of an entry: an indicator, or its faults.
    sealed interface Read {}

    record Valid(Indicator indicator) implements Read {}

    record Invalid(List<Violation> violations) implements Read {}

    static Read read(IndicatorPayload payload) {
        return new IndicatorReader(payload).read();
    }

    private Read read() {
        IndicatorId id = id("id", payload.id());
        String title = faults.required("title", payload.title(), 200);
        String unit = faults.required("unit", payload.unit(), 60);
        Kind kind = needed("kind", Kind.class, payload.kind());
        Scale scale = needed("scale", Scale.class, payload.scale());
        Direction direction = needed("direction", Direction.class, payload.direction());
        View view = needed("view", View.class, payload.view());
        DateMeaning date = needed("date", DateMeaning.class, payload.date());
        Feed feed = needed("feed", Feed.class, payload.feed());
        Identity identity = faults.constant("identity", Identity.class, payload.identity());
        Evaluator evaluator = faults.constant("evaluator", Evaluator.class, payload.evaluator());
        Bounds bounds = bounds(payload.bounds());
        TrendWindow trend = trend(payload.trend());
        RunSuite runs = runs(payload.runs(), unit);
        Duration staleAfter = staleAfter(payload.staleAfter());
        Licence licence = licence(payload.licence());
        List<IndicatorId> variants = new ArrayList<>();
        for (String variant : orEmpty(payload.variants())) {
            IndicatorId it = id("variants", variant);
            if (it != null) {
                variants.add(it);
            }
        }
        if (orEmpty(payload.sources()).isEmpty()) {
            faults.add("sources", "names no source");
        }
        NoiseCeiling ceiling = ceiling(payload.noiseCeiling(), bounds);
        DeclaredNormalisation normalisation = normalisation(payload.normalisation(), direction);
        HumanBaseline baseline = baseline(payload.humanBaseline());
        Double plausibility = plausibility(payload.plausibility(), kind, feed);
        List<ReferenceLine> lines = lines(orEmpty(payload.lines()));
        String description = faults.required("description", payload.description(), 4_000);
        String citation = faults.required("citation", payload.citation(), 1_000);
        if (faults.any()) {
            return new Invalid(faults.list());
        }
        return new Valid(
                new Indicator(
                        Objects.requireNonNull(id),
                        Objects.requireNonNull(title),
                        Objects.requireNonNull(kind),
                        new Unit(Objects.requireNonNull(unit)),
                        Objects.requireNonNull(scale),
                        bounds,
                        Objects.requireNonNull(direction),
                        ceiling,
                        normalisation,
                        baseline,
                        Objects.requireNonNull(view),
                        orEmpty(payload.categories()),
                        Objects.requireNonNull(date),
                        identity == null ? Identity.SUBJECT : identity,
                        trend,
                        runs,
                        Objects.requireNonNull(feed),
                        staleAfter,
                        orEmpty(payload.sources()),
                        evaluator == null ? Evaluator.OTHER : evaluator,
                        Objects.requireNonNull(licence),
                        Objects.requireNonNull(citation),
                        Objects.requireNonNull(description),
                        plausibility,
                        variants,
                        lines,
                        payload.version() == null ? 1 : payload.version()));
    }

    private @Nullable IndicatorId id(String field, @Nullable String text) {
        String id = faults.required(field, text, 100);
        if (id == null) {
            return null;
        }
        if (!IndicatorId.isValid(id)) {
            faults.add(field, "'%s' is not lower-case words joined by '-'".formatted(id));
            return null;
        }
        return new IndicatorId(id);
    }

    private <E extends Enum<E>> @Nullable E needed(
            String field, Class<E> type, @Nullable String name) {
        if (name == null) {
            faults.add(field, "is missing");
        }
        return faults.constant(field, type, name);
    }

    private Bounds bounds(@Nullable BoundsPayload it) {
        if (it == null) {
            return Bounds.UNBOUNDED;
        }
        if (it.low() != null && it.high() != null && it.low() >= it.high()) {
            faults.add("bounds.low", it.low() + " is not below bounds.high " + it.high());
            return Bounds.UNBOUNDED;
        }
        return new Bounds(
                it.low(),
                Boolean.TRUE.equals(it.lowOpen()),
                it.high(),
                Boolean.TRUE.equals(it.highOpen()));
    }

    private @Nullable TrendWindow trend(@Nullable TrendWindowPayload it) {
        if (it == null) {
            return null;
        }
        IndicatorId cutBy = it.cutBy() == null ? null : id("trend.cutBy", it.cutBy());
        return new TrendWindow(it.from(), it.maxValue(), cutBy);
    }

    private @Nullable RunSuite runs(@Nullable RunSuitePayload it, @Nullable String unit) {
        if (it == null) {
            return null;
        }
        String suite = faults.required("runs.suite", it.suite(), LONGEST_SUITE);
        Integer percent = it.percent();
        if (percent == null || !RunSuite.PERCENTS.contains(percent)) {
            faults.add("runs.percent", "%s is none of %s".formatted(percent, RunSuite.PERCENTS));
            return null;
        }
        if (unit != null && !unit.equals(HORIZON_UNIT)) {
            faults.add(
                    "runs",
                    "gives a time horizon in %s, and the unit is '%s'"
                            .formatted(HORIZON_UNIT, unit));
        }
        List<String> examples = it.examples() == null ? List.of() : it.examples();
        if (examples.stream().anyMatch(source -> source == null || source.isBlank())) {
            faults.add("runs.examples", "a source has no name");
            return null;
        }
        return suite == null ? null : new RunSuite(suite, percent, examples);
    }

    private @Nullable Duration staleAfter(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            faults.add("staleAfter", "'%s' is no ISO 8601 duration such as P120D".formatted(text));
            return null;
        }
    }

    private @Nullable Licence licence(@Nullable LicencePayload it) {
        if (it == null) {
            faults.add("licence", "is missing");
            return null;
        }
        String id = faults.required("licence.id", it.id(), 200);
        Export export = needed("licence.export", Export.class, it.export());
        return id == null || export == null ? null : new Licence(id, export);
    }

    private @Nullable NoiseCeiling ceiling(@Nullable NoiseCeilingPayload it, Bounds bounds) {
        if (it == null) {
            return null;
        }
        Double value = number("noiseCeiling.value", it.value());
        if (value != null && (!bounds.contains(value) || value.equals(bounds.low()))) {
            faults.add(
                    "noiseCeiling.value",
                    "%s is not above the lower end of the bounds %s and within them"
                            .formatted(value, bounds));
        }
        String reason = faults.required("noiseCeiling.reason", it.reason(), 1_000);
        String source = faults.required("noiseCeiling.source", it.source(), 1_000);
        return value == null || reason == null || source == null
                ? null
                : new NoiseCeiling(value, reason, source);
    }

    /// A scale whose ends are told, in the direction that counts as better.
    private @Nullable DeclaredNormalisation normalisation(
            @Nullable NormalisationPayload it, @Nullable Direction direction) {
        if (it == null) {
            return null;
        }
        int faultsBefore = faults.list().size();
        Scale scale = needed("normalisation.scale", Scale.class, it.scale());
        Double zero = number("normalisation.zero", it.zero());
        Double one = number("normalisation.one", it.one());
        String reason = faults.required("normalisation.reason", it.reason(), 1_000);
        String source = faults.required("normalisation.source", it.source(), 1_000);
        if (scale == Scale.LOGIT) {
            faults.add("normalisation.scale", "'LOGIT' is neither LINEAR nor LOG");
        }
        if (scale == Scale.LOG && zero != null && one != null && !(zero > 0 && one > 0)) {
            faults.add("normalisation.zero", "a LOG scale has both ends above 0");
        }
        if (direction == Direction.NONE) {
            faults.add("normalisation", "stands beside direction NONE: no way is further");
        } else if (direction != null
                && zero != null
                && one != null
                && !direction.isBeyond(one, zero)) {
            faults.add(
                    "normalisation.one",
                    "%s is not beyond zero, %s, in the direction %s"
                            .formatted(one, zero, direction));
        }
        if (faults.list().size() > faultsBefore) {
            return null;
        }
        return new DeclaredNormalisation(
                Objects.requireNonNull(scale),
                Objects.requireNonNull(zero),
                Objects.requireNonNull(one),
                Objects.requireNonNull(reason),
                Objects.requireNonNull(source));
    }

    private @Nullable HumanBaseline baseline(@Nullable HumanBaselinePayload it) {
        if (it == null) {
            return null;
        }
        String none = faults.optional("humanBaseline.none", it.none(), 500);
        if (none != null) {
            if (it.value() != null) {
                faults.add("humanBaseline.none", "stands beside a value; only one of them may");
            }
            return null;
        }
        Double value = number("humanBaseline.value", it.value());
        String who = faults.required("humanBaseline.who", it.who(), 500);
        String source = faults.required("humanBaseline.source", it.source(), 1_000);
        String effort = faults.optional("humanBaseline.effort", it.effort(), 500);
        return value == null || who == null || source == null
                ? null
                : new HumanBaseline(value, who, effort == null ? "" : effort, source);
    }

    private @Nullable Double plausibility(
            @Nullable PlausibilityPayload it, @Nullable Kind kind, @Nullable Feed feed) {
        if (it == null) {
            return kind != null && feed != null && kind.isChecked(feed) ? DEVIATIONS : null;
        }
        String none = faults.optional("plausibility.none", it.none(), 500);
        if (none != null) {
            if (it.deviations() != null) {
                faults.add("plausibility.none", "stands beside a number; only one of them may");
            }
            return null;
        }
        Double deviations = number("plausibility.deviations", it.deviations());
        if (deviations != null && deviations < FEWEST_DEVIATIONS) {
            faults.add(
                    "plausibility.deviations",
                    "%s is below %s, where ordinary values begin"
                            .formatted(deviations, FEWEST_DEVIATIONS));
        }
        return deviations;
    }

    private List<ReferenceLine> lines(List<LinePayload> payloads) {
        List<ReferenceLine> lines = new ArrayList<>();
        for (LinePayload it : payloads) {
            Double value = number("lines.value", it.value());
            String label = faults.required("lines.label", it.label(), 200);
            String source = faults.required("lines.source", it.source(), 1_000);
            if (value != null && label != null && source != null) {
                lines.add(new ReferenceLine(value, label, source));
            }
        }
        return lines;
    }

    private @Nullable Double number(String field, @Nullable Double value) {
        if (value == null || !Double.isFinite(value)) {
            faults.add(field, "is missing or not finite");
            return null;
        }
        return value;
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
