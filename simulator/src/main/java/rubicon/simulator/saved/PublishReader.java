package rubicon.simulator.saved;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.calibration.Field;
import rubicon.simulator.calibration.Reference;
import rubicon.simulator.evaluation.Models;
import rubicon.simulator.saved.Publish.Resolution;
import rubicon.simulator.scenario.Output;

/// Reads what of a scenario is to be published.
final class PublishReader {
    private static final Set<String> FIELDS =
            Set.of("indicator", "output", "item", "plus", "resolution");
    private static final String PUBLISH = "publish";
    private static final String RESOLUTION = "publish.resolution";

    /// Units of what is from 0 to 1, and may be how probable something is.
    private static final Set<String> CHANCES = Set.of("probability", "share");

    private final Models models;
    private final BiConsumer<String, String> refuse;

    /// @param refuse takes a field and the objection that ends the sentence which its name begins
    PublishReader(Models models, BiConsumer<String, String> refuse) {
        this.models = models;
        this.refuse = refuse;
    }

    /// What was sent, or null where nothing was or something is wrong with it.
    @Nullable Publish read(JsonNode node, JsonNode run) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isObject()
                || !node.propertyStream().allMatch(it -> FIELDS.contains(it.getKey()))) {
            refuse.accept(
                    PUBLISH, "must be an object of indicator, output, item, plus, resolution");
            return null;
        }
        if (!run.path("asOf").isMissingNode()) {
            refuse.accept(PUBLISH, "needs the ledger of now: leave asOf out");
        }
        String indicator = node.path("indicator").asText();
        try {
            var _ = new Reference(indicator, Field.LATEST, false);
        } catch (IllegalArgumentException e) {
            refuse.accept("publish.indicator", String.valueOf(e.getMessage()));
        }
        List<Output> outputs =
                models.find(run.path("model").asText())
                        .map(it -> it.description().outputs())
                        .orElse(List.of());
        Optional<Output> output = output(outputs, "output", node.path("output").asText(), run);
        JsonNode item = node.path("item");
        boolean hasItem = item.isValueNode() && !item.isNull();
        if (output.isPresent() && output.get().along().isPresent() != hasItem) {
            refuse.accept(
                    "publish.item",
                    hasItem
                            ? "belongs to a list, and %s is one number"
                                    .formatted(output.get().name())
                            : "is needed: one of what %s runs along"
                                    .formatted(output.get().name()));
        }
        String plus = text(node.path("plus"));
        if (plus != null) {
            output(outputs, "plus", plus, run)
                    .filter(it -> it.along().isPresent())
                    .ifPresent(_ -> refuse.accept("publish.plus", "must be one number"));
        }
        Resolution resolution = resolution(node.path("resolution"));
        if (resolution != null && resolution.atLeast() != null) {
            output.filter(it -> plus != null || !CHANCES.contains(it.unit()))
                    .ifPresent(it ->
                            refuse.accept(
                                    RESOLUTION + ".atLeast",
                                    "belongs to a probability, and what is published of %s is in %s"
                                            .formatted(it.name(), it.unit())));
        }
        return new Publish(
                indicator,
                node.path("output").asText(),
                hasItem ? item.asText() : null,
                plus,
                resolution);
    }

    private Optional<Output> output(List<Output> outputs, String field, String name, JsonNode run) {
        JsonNode asked = run.path("outputs");
        Optional<Output> found =
                outputs.stream()
                        .filter(Output::isSampled)
                        .filter(it -> it.name().equals(name))
                        .filter(_ ->
                                !asked.isArray()
                                        || asked.valueStream()
                                                .anyMatch(it -> it.asText().equals(name)))
                        .findFirst();
        if (found.isEmpty()) {
            refuse.accept("publish." + field, "must be an output that the scenario asks for");
        }
        return found;
    }

    private @Nullable Resolution resolution(JsonNode node) {
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        Optional<Field> field =
                Arrays.stream(Field.values())
                        .filter(it -> it.name().equals(node.path("field").asText()))
                        .filter(Field::isMeasured)
                        .findFirst();
        JsonNode atLeast = node.path("atLeast");
        boolean isAtLeastRight = atLeast.isMissingNode() || atLeast.isNull() || atLeast.isNumber();
        try {
            String indicator = node.path("indicator").asText();
            var _ = new Reference(indicator, Field.LATEST, false);
            LocalDate on = LocalDate.parse(node.path("on").asText());
            if (field.isPresent() && isAtLeastRight) {
                return new Resolution(
                        indicator,
                        field.get(),
                        on,
                        atLeast.isNumber() ? atLeast.doubleValue() : null);
            }
        } catch (IllegalArgumentException | DateTimeException e) {
            // Told below, as what is missing is.
        }
        refuse.accept(
                RESOLUTION,
                "must have an indicator, a field that is a number, a day in on, and may have"
                        + " atLeast, a number");
        return null;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isTextual() ? node.textValue() : null;
    }
}
