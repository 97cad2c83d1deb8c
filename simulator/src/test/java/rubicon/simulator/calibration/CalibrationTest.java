package rubicon.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.simulator.evaluation.Models;
import rubicon.simulator.evaluation.Reading;
import rubicon.simulator.evaluation.Values;
import rubicon.simulator.platform.Problem;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Origin;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.ScenarioModel;
import rubicon.simulator.scenario.Value;
import rubicon.simulator.testing.States;

@NullUnmarked
class CalibrationTest {
    private static final ObjectMapper JSON =
            new ObjectMapper()
                    .registerModule(new JavaTimeModule())
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final List<Optional<Instant>> asked = new ArrayList<>();
    private boolean away;

    /// Knows one indicator with a value, and one without.
    private final Ledger ledger =
            new Ledger() {
                @Override
                public Answer<IndicatorStatePayload> state(
                        String indicator, Optional<Instant> asOf) {
                    asked.add(asOf);
                    if (away) {
                        return new Answer.Away<>("could not be asked");
                    }
                    return switch (indicator) {
                        case "horizon" ->
                                new Answer.Told<>(read(States.of("horizon", 7, 100, "2026-07-02")));
                        case "points" ->
                                new Answer.Told<>(
                                        read(
                                                States.of("points", 1, 100, "2026-07-02")
                                                        .replace(
                                                                "\"low\": 50.0", "\"low\": null")));
                        case "empty" -> new Answer.Told<>(read(States.empty("empty")));
                        default -> new Answer.Unknown<>();
                    };
                }

                @Override
                public Answer<String> kind(String indicator) {
                    return new Answer.Told<>("MEASUREMENT");
                }
            };

    private final Calibration calibration = new Calibration(ledger, () -> NOW);

    @Test
    void aReferenceBecomesWhatTheLedgerHolds() {
        Calibration.Resolved resolved =
                calibration.resolve(
                        json(
                                """
                                {"asOf": "2026-08-01T00:00:00Z", "parameters": {
                                  "a": {"indicator": "horizon", "field": "FRONTIER"},
                                  "b": {"indicator": "horizon", "field": "LATEST_DAY"},
                                  "c": {"indicator": "horizon", "field": "FRONTIER_YEAR"},
                                  "d": {"indicator": "horizon", "field": "DOUBLING_YEARS"},
                                  "e": {"field": "AS_OF"},
                                  "f": {"distribution": "uniform", "low": 1, "high": 2},
                                  "rows": [{"name": "x", "v": {"indicator": "horizon",
                                                               "field": "LATEST"}}]}}
                                """));
        JsonNode parameters = resolved.body().path("parameters");
        assertThat(parameters.path("a").doubleValue()).isEqualTo(100);
        assertThat(parameters.path("b").textValue()).isEqualTo("2026-07-02");
        // The 183rd of 365 days: 182 lie before it.
        assertThat(parameters.path("c").doubleValue()).isCloseTo(2026.498630, within(1e-6));
        assertThat(parameters.path("d").doubleValue()).isCloseTo(0.4, within(1e-12));
        assertThat(parameters.path("e").textValue()).isEqualTo("2026-08-01");
        assertThat(parameters.path("f").path("distribution").asText()).isEqualTo("uniform");
        assertThat(parameters.path("rows").path(0).path("v").doubleValue()).isEqualTo(100);
        assertThat(resolved.readings())
                .extracting(ReadValue::parameter)
                .containsExactly("a", "b", "c", "d", "e", "rows[1].v");
        ReadValue first = resolved.readings().getFirst();
        assertThat(first.version()).isEqualTo(7);
        assertThat(first.low()).isEqualTo(50);
        assertThat(first.day()).hasToString("2026-07-02");
        // All fields of one indicator are of one state, as of the moment that was asked for.
        assertThat(asked).containsExactly(Optional.of(Instant.parse("2026-08-01T00:00:00Z")));
    }

    /// Oracle: the 2.5 % and 97.5 % quantiles of the log-normal are the ends of the interval.
    @Test
    void whatIsDrawnHasTheLedgersInterval() {
        JsonNode drawn =
                calibration
                        .resolve(
                                json(
                                        """
                                        {"parameters": {"a": {"indicator": "horizon",
                                          "field": "FRONTIER", "drawn": true}}}
                                        """))
                        .body()
                        .path("parameters")
                        .path("a");
        double mu = drawn.path("mu").doubleValue();
        double sigma = drawn.path("sigma").doubleValue();
        assertThat(Math.exp(mu - 1.959964 * sigma)).isCloseTo(50, within(1e-3));
        assertThat(Math.exp(mu + 1.959964 * sigma)).isCloseTo(200, within(1e-3));
    }

    /// Newer values of a horizon may be held without their intervals.
    @Test
    void whatHasNoIntervalIsTheValueItself() {
        JsonNode body =
                calibration
                        .resolve(
                                json(
                                        """
                                        {"parameters": {"a": {"indicator": "points",
                                          "field": "FRONTIER", "drawn": true}}}
                                        """))
                        .body();
        assertThat(body.path("parameters").path("a").doubleValue()).isEqualTo(100);
    }

    @Test
    void whatTheLedgerLacksIsNamed() {
        assertThat(violation("{\"indicator\": \"empty\", \"field\": \"DOUBLING_DAYS\"}"))
                .contains("a is read from empty", "no trend", "needs three values");
        assertThat(violation("{\"indicator\": \"other\", \"field\": \"LATEST\"}"))
                .contains("other is none");
        assertThat(violation("{\"indicator\": \"horizon\", \"field\": \"ODD\"}"))
                .contains("a needs a field");
        // A house that does not follow an indicator has no day of it.
        assertThat(violation("{\"indicator\": \"empty\", \"field\": \"AS_OF\"}"))
                .contains("no value");
    }

    @Test
    void aLedgerThatIsAwayIsNotTakenForOneThatIsEmpty() {
        away = true;
        assertThatThrownBy(() ->
                        calibration.resolve(
                                json(
                                        """
                                        {"parameters": {"a": {"indicator": "horizon",
                                          "field": "LATEST"}}}
                                        """)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        it -> assertThat(it.problem().status()).isEqualTo(503));
    }

    @Test
    void whereTheLedgerHasNothingTheScenariosOwnValueStandsIn() {
        ObjectNode body = (ObjectNode) json("{\"parameters\": {\"a\": 3}}");
        Calibration.Resolved resolved =
                calibration.bound(body, Map.of("a", new Reference("empty", Field.LATEST, false)));
        assertThat(resolved.body().path("parameters").path("a").intValue()).isEqualTo(3);
        assertThat(resolved.readings().getFirst().fallback()).contains("nothing stands");
        Calibration.Resolved held =
                calibration.bound(body, Map.of("a", new Reference("horizon", Field.LATEST, false)));
        assertThat(held.body().path("parameters").path("a").doubleValue()).isEqualTo(100);
        assertThat(held.readings().getFirst().fallback()).isNull();
    }

    /// What is offered for the parameters of models fits them.
    @Test
    void theLedgersDefaultsFitTheirParameters() {
        LedgerDefaults.all()
                .forEach((model, parameters) ->
                        parameters.forEach((name, reference) -> {
                            Parameter parameter =
                                    new Models()
                                                    .find(model)
                                                    .orElseThrow()
                                                    .description()
                                                    .parameters()
                                                    .stream()
                                                    .filter(it -> it.name().equals(name))
                                                    .findFirst()
                                                    .orElseThrow();
                            assertThat(reference.objection(parameter)).isEmpty();
                        }));
    }

    /// Such as the number of generations, which the ledger tells as 100.0.
    @Test
    void aWholeNumberIsToldAsOne() {
        JsonNode generations =
                Objects.requireNonNull(
                                calibration
                                        .resolve(
                                                json(
                                                        "{\"parameters\": {\"generations\": {\"indicator\":"
                                                                + " \"horizon\", \"field\": \"FRONTIER\"}}}"))
                                        .body())
                        .path("parameters")
                        .path("generations");
        Domain whole = new Domain.Whole(1, 200);
        assertThat(Values.read(whole, generations))
                .isEqualTo(new Reading.Read(new Value.Whole(100)));
        // Nothing else is a count.
        for (Field field : List.of(Field.DOUBLING_DAYS, Field.FRONTIER_YEAR)) {
            assertThat(new Reference("horizon", field, false).objection(whole, true))
                    .hasValueSatisfying(it -> assertThat(it).contains("no whole number"));
        }
        assertThat(new Reference("horizon", Field.LATEST, false).objection(whole, true)).isEmpty();
    }

    /// A default that is said to be the ledger's is read from it.
    @Test
    void whatIsCalibratedHasAPlaceInTheLedger() {
        List<String> calibrated = new ArrayList<>();
        for (ScenarioModel model : new Models().all()) {
            String id = model.description().id().value();
            model.description().parameters().stream()
                    .filter(it -> it.origin() == Origin.CALIBRATED)
                    .forEach(it -> {
                        calibrated.add(id + " " + it.name());
                        assertThat(LedgerDefaults.of(id, it.name())).as(it.name()).isPresent();
                    });
        }
        assertThat(calibrated)
                .containsExactlyInAnyOrder(
                        "research-loop horizonNow",
                        "time-horizon horizonNow",
                        "time-horizon horizonDay",
                        "time-horizon doublingDays");
    }

    private String violation(String reference) {
        try {
            calibration.resolve(json("{\"parameters\": {\"a\": %s}}".formatted(reference)));
        } catch (ProblemException e) {
            Problem problem = e.problem();
            assertThat(problem.violations()).extracting(Problem.FieldProblem::field).contains("a");
            return problem.violations().getFirst().message();
        }
        throw new AssertionError("nothing was refused");
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static IndicatorStatePayload read(String text) {
        try {
            return JSON.readValue(text, IndicatorStatePayload.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
