package rubicon.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AssignmentTest {
    private static final Parameter RATE =
            parameter("rate", new Domain.Real(0.9, 0.999999), new Value.Real(0.95));
    private static final Parameter COUNT =
            parameter("count", new Domain.Whole(1, 10), new Value.Whole(3));
    private static final Parameter POINTS =
            parameter("points", new Domain.Wholes(1, 100, 2), new Value.Wholes(List.of(5L)));
    private static final Description MODEL = describe(List.of(RATE, COUNT, POINTS), List.of());

    @Test
    void missingParametersTakeTheirDefaults() {
        Assignment assignment = resolved(Map.of("count", new Value.Whole(7)));
        assertThat(assignment.real(RATE)).isEqualTo(0.95);
        assertThat(assignment.whole(COUNT)).isEqualTo(7);
        assertThat(assignment.wholes(POINTS)).containsExactly(5L);
        assertThat(assignment.values().keySet()).containsExactly("rate", "count", "points");
    }

    /// By default too, and in an order that their text keeps.
    @Test
    void cellsStandInTheOrderOfTheirColumns() {
        Map<String, Value> row = new LinkedHashMap<>();
        row.put("rate", new Value.Real(0.5));
        row.put("begin", new Value.Real(0.25));
        row.put("end", new Value.Real(0.75));
        Value turned = new Value.Table(List.of(row));
        Parameter stages =
                parameter(
                        "stages",
                        new Domain.Table(
                                List.of(column("begin"), column("end"), column("rate")), 1, 2),
                        turned);
        Description model = describe(List.of(stages), List.of());

        assertThat(rows(stages.defaultValue())).containsExactly("begin", "end", "rate");
        assertThat(Assignment.resolve(model, Map.of("stages", turned)))
                .isInstanceOfSatisfying(
                        Resolution.Resolved.class,
                        it ->
                                assertThat(rows(it.assignment().values().get("stages")))
                                        .containsExactly("begin", "end", "rate"));
    }

    private static Domain.Column column(String name) {
        return new Domain.Column(name, name, "1", "A share.", new Domain.Real(0, 1));
    }

    /// The names of the cells, row by row.
    private static List<String> rows(@Nullable Value value) {
        return value instanceof Value.Table(var rows)
                ? rows.stream().flatMap(it -> it.keySet().stream()).toList()
                : List.of();
    }

    @Test
    void boundsBelongToTheDomain() {
        assertThat(resolved(Map.of("rate", new Value.Real(0.9))).real(RATE)).isEqualTo(0.9);
        assertThat(resolved(Map.of("count", new Value.Whole(10))).whole(COUNT)).isEqualTo(10);
    }

    @Test
    void everyWrongValueIsNamedWithItsRange() {
        assertThat(
                        refused(
                                Map.of(
                                        "rate", new Value.Real(0.5),
                                        "count", new Value.Whole(11),
                                        "points", new Value.Wholes(List.of(1L, 101L)))))
                .containsExactly(
                        new Violation(
                                "rate", "rate must be a number from 0.9 to 0.999999, not 0.5"),
                        new Violation("count", "count must be an integer from 1 to 10, not 11"),
                        new Violation(
                                "points",
                                "points must be a list of 1 to 2 integers from 1 to 100, not 101"));
    }

    @Test
    void listsMayBeNeitherEmptyNorTooLong() {
        assertThat(refused(Map.of("points", new Value.Wholes(List.of()))))
                .extracting(Violation::message)
                .containsExactly(
                        "points must be a list of 1 to 2 integers from 1 to 100, not a list of 0");
        assertThat(refused(Map.of("points", new Value.Wholes(List.of(1L, 2L, 3L))))).hasSize(1);
    }

    @Test
    void infinityIsOutsideEveryRange() {
        assertThat(refused(Map.of("rate", new Value.Real(Double.POSITIVE_INFINITY))))
                .extracting(Violation::message)
                .containsExactly("rate must be a number from 0.9 to 0.999999, not Infinity");
        assertThat(refused(Map.of("rate", new Value.Real(1e300))))
                .extracting(Violation::message)
                .containsExactly("rate must be a number from 0.9 to 0.999999, not 1E+300");
    }

    @Test
    void aValueOfAnotherTypeIsRefused() {
        assertThat(refused(Map.of("count", new Value.Real(2.5))))
                .containsExactly(new Violation("count", "count must be an integer from 1 to 10"));
    }

    @Test
    void unknownNamesAreRefusedWithTheKnownOnes() {
        assertThat(refused(Map.of("ratio", new Value.Real(1))))
                .containsExactly(
                        new Violation(
                                "ratio",
                                "ratio is not a parameter of test-model, which has rate, count,"
                                        + " points"));
    }

    @Test
    void askingForAParameterOfAnotherTypeIsABug() {
        Assignment assignment = resolved(Map.of());
        assertThatIllegalStateException().isThrownBy(() -> assignment.real(COUNT));
    }

    @Test
    void aDefaultOutsideItsDomainCannotBeDeclared() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameter("x", new Domain.Real(0, 1), new Value.Real(2)))
                .withMessage("default of x must be a number from 0 to 1, not 2");
    }

    @Test
    void namesAreUniqueInAModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> describe(List.of(RATE, RATE), List.of()))
                .withMessage("the name rate is used twice");
    }

    @Test
    void aListRunsAlongSomethingThatExists() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        describe(
                                List.of(RATE),
                                List.of(Output.along("time", "level", "1", "Level."))))
                .withMessage("output level runs along time, which is neither parameter nor output");
    }

    @Test
    void modelIdsAreLowerCaseWords() {
        assertThat(new ModelId("s-curves2")).hasToString("s-curves2");
        for (String wrong : List.of("", "S-curves", "a--b", "-a", "a b", "a".repeat(65))) {
            assertThatIllegalArgumentException().isThrownBy(() -> new ModelId(wrong));
        }
    }

    private static Assignment resolved(Map<String, Value> given) {
        var resolution = Assignment.resolve(MODEL, given);
        assertThat(resolution).isInstanceOf(Resolution.Resolved.class);
        return ((Resolution.Resolved) resolution).assignment();
    }

    private static List<Violation> refused(Map<String, Value> given) {
        var resolution = Assignment.resolve(MODEL, given);
        assertThat(resolution).isInstanceOf(Resolution.Refused.class);
        return ((Resolution.Refused) resolution).violations();
    }

    private static Parameter parameter(String name, Domain domain, Value value) {
        return new Parameter(
                name, name, "1", "A " + name, domain, value, Optional.empty(), Origin.OURS, "test");
    }

    private static Description describe(List<Parameter> parameters, List<Output> outputs) {
        return new Description(
                new ModelId("test-model"),
                "Test",
                "What?",
                "1",
                parameters,
                outputs,
                List.of(),
                List.of());
    }
}
