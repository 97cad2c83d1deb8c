package rubicon.simulator.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.stats.Normal;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.Problem.FieldProblem;
import rubicon.simulator.platform.ProblemException;

/// Puts the ledger's numbers where a request refers to them.
@ApplicationScoped
public class Calibration {
    private static final double DAYS_A_YEAR = 365.25;

    private final Ledger ledger;
    private final InstantSource time;

    Calibration(Ledger ledger, InstantSource time) {
        this.ledger = ledger;
        this.time = time;
    }

    /// A request that refers to nothing any more.
    ///
    /// @param readings what was read for it
    public record Resolved(@Nullable JsonNode body, List<ReadValue> readings) {}

    /// Replaces each reference among the parameters of a request, in cells of tables too, by what
    /// the ledger held as of the request's `asOf`.
    ///
    /// @throws ProblemException that names the parameter for which there is nothing, or says that
    ///   the ledger is away
    public Resolved resolve(@Nullable JsonNode body) {
        if (!(body instanceof ObjectNode object)
                || !(object.path("parameters") instanceof ObjectNode parameters)
                || !refers(parameters)) {
            return new Resolved(body, List.of());
        }
        return new Reading(asOf(object)).resolve(object);
    }

    /// Lays bindings over a request and replaces them. Where the ledger has no value, the request's
    /// own stands in, if it has one.
    ///
    /// @throws ProblemException as above
    public Resolved bound(ObjectNode body, Map<String, Reference> bindings) {
        if (bindings.isEmpty()) {
            return new Resolved(body, List.of());
        }
        return new Reading(asOf(body)).bound(body.deepCopy(), bindings);
    }

    /// What the ledger holds now in the place of a parameter.
    ///
    /// @return empty if there is nothing, or the ledger is away
    public Optional<ReadValue> now(String parameter, Reference reference) {
        return at(Optional.empty(), parameter, reference);
    }

    /// What the ledger held at a moment in the place of a parameter.
    ///
    /// @return empty if there was nothing, or the ledger is away
    public Optional<ReadValue> at(Optional<Instant> asOf, String parameter, Reference reference) {
        try {
            return Optional.of(new Reading(asOf).read(parameter, reference));
        } catch (NotThere | ProblemException e) {
            return Optional.empty();
        }
    }

    private static boolean refers(JsonNode node) {
        return Reference.isOne(node)
                || (node.isContainerNode() && node.valueStream().anyMatch(Calibration::refers));
    }

    private static Optional<Instant> asOf(JsonNode body) {
        JsonNode node = body.path("asOf");
        if (!node.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(node.textValue()));
        } catch (DateTimeException e) {
            throw new ProblemException(
                    Problem.refused(
                            List.of(
                                    new FieldProblem(
                                            "asOf",
                                            "asOf must be a moment such as"
                                                    + " 2026-11-20T00:00:00Z"))));
        }
    }

    /// The ledger has no such value.
    private static final class NotThere extends Exception {
        private static final long serialVersionUID = 1;

        NotThere(String message) {
            super(message, null, false, false);
        }

        String words() {
            return String.valueOf(getMessage());
        }
    }

    /// The reading of one request: every indicator is asked for once, so that all fields of one are
    /// of one state.
    private final class Reading {
        private final Optional<Instant> asOf;
        private final Instant moment;
        private final Map<String, IndicatorStatePayload> states = new HashMap<>();
        private final List<ReadValue> readings = new ArrayList<>();
        private final List<FieldProblem> problems = new ArrayList<>();

        Reading(Optional<Instant> asOf) {
            this.asOf = asOf;
            this.moment = asOf.orElseGet(() -> time.instant().truncatedTo(ChronoUnit.MICROS));
        }

        Resolved resolve(ObjectNode body) {
            ObjectNode resolved = body.deepCopy();
            ObjectNode parameters = resolved.withObjectProperty("parameters");
            for (String name : names(parameters)) {
                JsonNode value = parameters.path(name);
                if (Reference.isOne(value)) {
                    put(parameters, name, name, value);
                } else if (value instanceof ArrayNode rows) {
                    cells(name, rows);
                }
            }
            if (!problems.isEmpty()) {
                throw new ProblemException(Problem.refused(problems));
            }
            return new Resolved(resolved, readings);
        }

        Resolved bound(ObjectNode body, Map<String, Reference> bindings) {
            ObjectNode parameters = body.withObjectProperty("parameters");
            bindings.forEach((name, reference) -> {
                try {
                    parameters.set(name, kept(reference, read(name, reference)));
                } catch (NotThere e) {
                    JsonNode own = parameters.path(name);
                    if (own.isValueNode() && !own.isNull()) {
                        readings.add(
                                ReadValue.fallback(
                                        name, reference, own.asText(), moment, e.words()));
                    } else {
                        problems.add(new FieldProblem(name, name + " " + e.words()));
                    }
                }
            });
            if (!problems.isEmpty()) {
                throw new ProblemException(Problem.refused(problems));
            }
            return new Resolved(body, readings);
        }

        private void cells(String parameter, ArrayNode rows) {
            for (int row = 0; row < rows.size(); row++) {
                if (rows.get(row) instanceof ObjectNode cells) {
                    for (String column : names(cells)) {
                        if (Reference.isOne(cells.path(column))) {
                            String place = "%s[%d].%s".formatted(parameter, row + 1, column);
                            put(cells, column, place, cells.path(column));
                        }
                    }
                }
            }
        }

        private void put(ObjectNode into, String name, String place, JsonNode node) {
            try {
                Reference reference = Reference.read(node);
                into.set(name, kept(reference, read(place, reference)));
            } catch (IllegalArgumentException e) {
                problems.add(new FieldProblem(place, place + " " + e.getMessage()));
            } catch (NotThere e) {
                problems.add(new FieldProblem(place, place + " " + e.words()));
            }
        }

        private JsonNode kept(Reference reference, ReadValue read) {
            readings.add(read);
            return reference.drawn() ? distribution(read) : plain(read.value());
        }

        private ReadValue read(String parameter, Reference reference) throws NotThere {
            String indicator = reference.indicator();
            if (indicator == null) {
                return today(parameter, null, null);
            }
            IndicatorStatePayload state = state(indicator);
            return switch (reference.field()) {
                case LATEST -> point(parameter, reference, state, latest(state));
                case FRONTIER -> point(parameter, reference, state, best(state));
                case LATEST_DAY -> day(parameter, reference, state, latest(state));
                case FRONTIER_DAY -> day(parameter, reference, state, best(state));
                case LATEST_YEAR -> year(parameter, reference, state, latest(state));
                case FRONTIER_YEAR -> year(parameter, reference, state, best(state));
                case DOUBLING_DAYS -> doubling(parameter, reference, state, 1);
                case DOUBLING_YEARS -> doubling(parameter, reference, state, DAYS_A_YEAR);
                case AS_OF -> {
                    latest(state);
                    yield today(parameter, state.indicator(), state.version());
                }
            };
        }

        private ReadValue today(
                String parameter, @Nullable String indicator, @Nullable Long version) {
            LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
            return new ReadValue(
                    parameter,
                    indicator,
                    Field.AS_OF,
                    day.toString(),
                    null,
                    null,
                    null,
                    day,
                    version,
                    moment,
                    null);
        }

        private IndicatorStatePayload state(String indicator) throws NotThere {
            IndicatorStatePayload known = states.get(indicator);
            if (known != null) {
                return known;
            }
            return switch (ledger.state(indicator, asOf)) {
                case Ledger.Answer.Told<IndicatorStatePayload>(IndicatorStatePayload state) -> {
                    states.put(indicator, state);
                    yield state;
                }
                case Ledger.Answer.Unknown<IndicatorStatePayload> _ ->
                        throw new NotThere(
                                "needs an indicator of the ledger, and %s is none"
                                        .formatted(indicator));
                case Ledger.Answer.Away<IndicatorStatePayload>(String why) ->
                        throw new ProblemException(
                                Problem.of(503, "No ledger", "the ledger " + why));
            };
        }

        private IndicatorStatePayload.Point latest(IndicatorStatePayload state) throws NotThere {
            IndicatorStatePayload.Point latest = state.latest();
            if (latest == null) {
                throw nothing(state, "latest", "no value");
            }
            return latest;
        }

        private IndicatorStatePayload.Point best(IndicatorStatePayload state) throws NotThere {
            if (state.frontier().isEmpty()) {
                throw nothing(state, "frontier", "no best value");
            }
            return state.frontier().getLast();
        }

        private NotThere nothing(IndicatorStatePayload state, String field, String what) {
            String reason = state.reasons().get(field);
            return new NotThere(
                    "is read from %s, which has %s as of %s%s"
                            .formatted(
                                    state.indicator(),
                                    what,
                                    moment,
                                    reason == null ? "" : ": " + reason));
        }

        private ReadValue point(
                String parameter,
                Reference reference,
                IndicatorStatePayload state,
                IndicatorStatePayload.Point point) {
            return new ReadValue(
                    parameter,
                    state.indicator(),
                    reference.field(),
                    point.value(),
                    point.low(),
                    point.high(),
                    point.level(),
                    point.observedOn(),
                    state.version(),
                    state.asOf(),
                    null);
        }

        private ReadValue day(
                String parameter,
                Reference reference,
                IndicatorStatePayload state,
                IndicatorStatePayload.Point point) {
            return dated(parameter, reference, state, point, point.observedOn().toString());
        }

        private ReadValue year(
                String parameter,
                Reference reference,
                IndicatorStatePayload state,
                IndicatorStatePayload.Point point) {
            LocalDate on = point.observedOn();
            double year = on.getYear() + (on.getDayOfYear() - 1.0) / on.lengthOfYear();
            return dated(parameter, reference, state, point, year);
        }

        private ReadValue dated(
                String parameter,
                Reference reference,
                IndicatorStatePayload state,
                IndicatorStatePayload.Point point,
                Object value) {
            return new ReadValue(
                    parameter,
                    state.indicator(),
                    reference.field(),
                    value,
                    null,
                    null,
                    null,
                    point.observedOn(),
                    state.version(),
                    state.asOf(),
                    null);
        }

        private ReadValue doubling(
                String parameter, Reference reference, IndicatorStatePayload state, double days)
                throws NotThere {
            IndicatorStatePayload.TrendPayload trend = state.trend();
            if (trend == null) {
                throw nothing(state, "trend", "no trend");
            }
            IndicatorStatePayload.EstimatePayload it = trend.doublingDays();
            Double low = it.low();
            Double high = it.high();
            return new ReadValue(
                    parameter,
                    state.indicator(),
                    reference.field(),
                    it.estimate() / days,
                    low == null ? null : low / days,
                    high == null ? null : high / days,
                    it.level(),
                    best(state).observedOn(),
                    state.version(),
                    state.asOf(),
                    null);
        }
    }

    /// Whether a simulation draws what was read for it, where it is asked to: else the value stands
    /// as it is.
    public static boolean isDrawn(ReadValue read) {
        return distribution(read).isObject();
    }

    /// A distribution whose central interval is the ledger's: log-normal about a positive value,
    /// else normal. The value itself where the ledger holds no interval.
    private static JsonNode distribution(ReadValue read) {
        Double low = read.low();
        Double high = read.high();
        Double level = read.level();
        if (low == null || high == null || level == null || !(low < high)) {
            return plain(read.value());
        }
        double widths = 2 * Normal.standardQuantile((1 + level) / 2);
        double value = ((Number) read.value()).doubleValue();
        ObjectNode distribution = JsonNodeFactory.instance.objectNode();
        if (low > 0) {
            distribution.put("distribution", "lognormal");
            distribution.put("mu", Math.log(value));
            distribution.put("sigma", Math.log(high / low) / widths);
        } else {
            distribution.put("distribution", "normal");
            distribution.put("mean", value);
            distribution.put("sd", (high - low) / widths);
        }
        return distribution;
    }

    /// What is whole is written so, for a parameter may take integers alone.
    private static JsonNode plain(Object value) {
        if (!(value instanceof Double number)) {
            return JsonNodeFactory.instance.textNode(value.toString());
        }
        return Field.isWhole(number)
                ? JsonNodeFactory.instance.numberNode(number.longValue())
                : JsonNodeFactory.instance.numberNode(number);
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
