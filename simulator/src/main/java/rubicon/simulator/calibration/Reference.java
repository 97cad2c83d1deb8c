package rubicon.simulator.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.scenario.Domain;
import rubicon.simulator.scenario.Parameter;

/// A number of the ledger in the place of a parameter's value: `{"indicator": "metr-horizon-p50",
/// "field": "FRONTIER"}`.
///
/// @param indicator may be null for the day as of which the ledger is read
/// @param drawn whether a simulation draws it from the interval about it, where the ledger holds
///   one
public record Reference(@Nullable String indicator, Field field, boolean drawn) {
    private static final Set<String> FIELDS = Set.of("indicator", "field", "drawn");

    /// What an indicator's id looks like.
    public static final String ID = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private static final Pattern INDICATOR = Pattern.compile(ID);
    private static final int LONGEST = 100;

    public Reference {
        if (indicator == null && field != Field.AS_OF) {
            throw new IllegalArgumentException("needs an indicator for " + field);
        }
        if (indicator != null
                && (indicator.length() > LONGEST || !INDICATOR.matcher(indicator).matches())) {
            throw new IllegalArgumentException(
                    "needs an indicator's id: lower-case words joined by '-'");
        }
        if (drawn && !field.isMeasured()) {
            throw new IllegalArgumentException("has no interval to be drawn from in " + field);
        }
    }

    /// Whether a value is meant as a reference.
    public static boolean isOne(JsonNode node) {
        return node.isObject() && node.has("field") && !node.has("distribution");
    }

    /// A reference as it was sent.
    ///
    /// @throws IllegalArgumentException with the end of a sentence that the field's name begins
    public static Reference read(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("must be an object with indicator and field");
        }
        for (Map.Entry<String, JsonNode> it : node.properties()) {
            if (!FIELDS.contains(it.getKey())) {
                throw new IllegalArgumentException(
                        "has %s, which no reference has; there are indicator, field, drawn"
                                .formatted(it.getKey()));
            }
        }
        Field field =
                Field.named(node.path("field").asText())
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "needs a field, one of "
                                                + Arrays.toString(Field.values())));
        JsonNode drawn = node.path("drawn");
        if (!drawn.isMissingNode() && !drawn.isNull() && !drawn.isBoolean()) {
            throw new IllegalArgumentException("has drawn, which must be true or false");
        }
        JsonNode indicator = node.path("indicator");
        return new Reference(
                indicator.isTextual() ? indicator.textValue() : null, field, drawn.asBoolean());
    }

    /// What speaks against it in the place of a parameter, as the end of a sentence that the
    /// parameter's name begins.
    public Optional<String> objection(Parameter parameter) {
        return objection(parameter.domain(), parameter.isDrawable());
    }

    /// What speaks against it in the place of a value.
    ///
    /// @param drawable whether a simulation may draw the value
    public Optional<String> objection(Domain domain, boolean drawable) {
        boolean fits =
                switch (field.kind()) {
                    case NUMBER -> domain.isNumeric();
                    case DAY -> domain instanceof Domain.Day;
                };
        if (!fits) {
            return Optional.of(
                    "must be %s, and %s is a %s"
                            .formatted(
                                    domain.inWords(),
                                    field,
                                    field.kind() == Field.Kind.DAY ? "day" : "number"));
        }
        if (domain instanceof Domain.Whole && !drawn && !field.mayBeWhole()) {
            return Optional.of(
                    "must be %s, and %s is no whole number".formatted(domain.inWords(), field));
        }
        return drawn && !drawable ? Optional.of("cannot be drawn") : Optional.empty();
    }
}
