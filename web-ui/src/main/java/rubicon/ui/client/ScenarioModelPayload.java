package rubicon.ui.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A scenario model as the simulator describes it: all that a workbench needs to know.
///
/// @param schema JSON Schema of its parameters
public record ScenarioModelPayload(
        String id,
        String title,
        String question,
        String specVersion,
        List<ParameterPayload> parameters,
        List<OutputPayload> outputs,
        List<String> sources,
        List<String> limits,
        @Nullable JsonNode schema) {

    public ScenarioModelPayload {
        parameters = List.copyOf(parameters);
        outputs = List.copyOf(outputs);
        sources = sources == null ? List.of() : List.copyOf(sources);
        limits = limits == null ? List.of() : List.copyOf(limits);
    }

    /// A parameter.
    ///
    /// @param type `REAL`, `WHOLE`, `REALS`, `WHOLES`, `CHOICE`, `NAME`, `DAY` or `TABLE`
    /// @param scale of a real number: `LINEAR` or `LOG`
    /// @param allowed the range in words
    /// @param prior a distribution as a simulation takes it; null for none
    /// @param drawable whether a simulation may draw it
    /// @param onlyFor the choices of another parameter for which this one matters; null for all
    /// @param origin `SOURCE`, `CALIBRATED` or `OURS`
    /// @param ledger what the ledger holds for it now: `value`, `indicator`, `day`; null for
    ///   nothing
    public record ParameterPayload(
            String name,
            String symbol,
            String unit,
            String meaning,
            String type,
            JsonNode defaultValue,
            @Nullable JsonNode min,
            @Nullable JsonNode max,
            @Nullable String scale,
            String allowed,
            List<String> choices,
            List<ColumnPayload> columns,
            @Nullable JsonNode prior,
            boolean drawable,
            @Nullable OnlyForPayload onlyFor,
            String origin,
            boolean calibrated,
            @Nullable JsonNode ledger,
            String source) {

        public ParameterPayload {
            choices = choices == null ? List.of() : List.copyOf(choices);
            columns = columns == null ? List.of() : List.copyOf(columns);
            prior = prior == null || prior.isNull() ? null : prior;
            ledger = ledger == null || ledger.isNull() ? null : ledger;
        }

        /// Whether it is one number.
        public boolean isNumber() {
            return type.equals("REAL") || type.equals("WHOLE");
        }
    }

    /// A column of a table.
    public record ColumnPayload(
            String name,
            String symbol,
            String unit,
            String meaning,
            String type,
            @Nullable JsonNode min,
            @Nullable JsonNode max,
            String allowed,
            List<String> choices) {

        public ColumnPayload {
            choices = choices == null ? List.of() : List.copyOf(choices);
        }

        /// Whether its cells are numbers.
        public boolean isNumber() {
            return type.equals("REAL") || type.equals("WHOLE");
        }
    }

    /// The choices of another parameter.
    public record OnlyForPayload(String parameter, List<String> choices) {}

    /// What the model answers.
    ///
    /// @param shape `REAL`, `WHOLE`, `REALS`, `WHOLES`, `TEXT`, `TEXTS`, `DAY`, `DAYS` or `TABLE`
    /// @param along of a list: the parameter or output whose items it follows; null for none
    /// @param sampled whether a simulation summarises it
    public record OutputPayload(
            String name,
            String unit,
            String meaning,
            String shape,
            @Nullable String along,
            boolean sampled,
            List<Double> thresholds) {

        public OutputPayload {
            thresholds = thresholds == null ? List.of() : List.copyOf(thresholds);
        }
    }

    /// The parameter of a name.
    public Optional<ParameterPayload> parameter(String name) {
        return parameters.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /// The output of a name.
    public Optional<OutputPayload> output(String name) {
        return outputs.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    /// What the schema says of a parameter; a missing node where it says nothing.
    public JsonNode schemaOf(String parameter) {
        JsonNode all = Objects.requireNonNullElse(schema, MissingNode.getInstance());
        return all.path("properties").path(parameter);
    }
}
