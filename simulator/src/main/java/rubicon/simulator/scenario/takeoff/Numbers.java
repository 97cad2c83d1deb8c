package rubicon.simulator.scenario.takeoff;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.scenario.Assignment;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Parameter;
import rubicon.simulator.scenario.Value;

/// The parameters that are numbers, by place in an array: a run that is one of many looks for
/// nothing by name.
final class Numbers {
    private static final List<Parameter> PARAMETERS =
            Stream.of(
                            Stream.of(Terms.PATH_YEARS),
                            SoftwareTerms.all().stream(),
                            CalendarTerms.all().stream(),
                            ProgressTerms.all().stream())
                    .flatMap(it -> it)
                    .filter(it -> it.domain().isNumeric())
                    .toList();

    private static final Map<String, Integer> PLACES = places();

    private Numbers() {}

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        PARAMETERS.forEach(it -> places.put(it.name(), places.size()));
        return Map.copyOf(places);
    }

    /// Where a parameter's number stands.
    static int place(Parameter parameter) {
        return place(parameter.name());
    }

    /// The same of the parameter with this name.
    static int place(String parameter) {
        Integer place = PLACES.get(parameter);
        if (place == null) {
            throw new IllegalArgumentException(parameter + " is no number of this model");
        }
        return place;
    }

    /// Whether the number at a place is whole.
    static boolean isWhole(int place) {
        return PARAMETERS.get(place).domain() instanceof Domain.Whole;
    }

    /// All numbers of an assignment, each at its place.
    static double[] of(Assignment given) {
        double[] numbers = new double[PARAMETERS.size()];
        for (int place = 0; place < numbers.length; place++) {
            numbers[place] = number(given.values().get(PARAMETERS.get(place).name()));
        }
        return numbers;
    }

    private static double number(@Nullable Value value) {
        return switch (value) {
            case Value.Real(double real) -> real;
            case Value.Whole(long whole) -> whole;
            case null, default -> throw new IllegalStateException(value + " is no number");
        };
    }
}
