package rubicon.simulator.scenario;

import java.util.Optional;

/// A quantity that the user of a model may set.
///
/// @param name as written in requests and answers, in camel case
/// @param symbol as in the model's equations
/// @param unit what one of it is; `1` for a pure number
/// @param meaning one sentence that a reader without the equations understands
/// @param defaultValue taken where none is given; inside the domain
/// @param prior empty where neither source nor data suggests one
/// @param origin of the default
/// @param source who says so: publication, fit, or the reason of our choice
public record Parameter(
        String name,
        String symbol,
        String unit,
        String meaning,
        Domain domain,
        Value defaultValue,
        Optional<Prior> prior,
        Origin origin,
        String source) {

    public Parameter {
        domain.objection(defaultValue)
                .ifPresent(objection -> {
                    throw new IllegalArgumentException("default of " + name + " " + objection);
                });
    }
}
