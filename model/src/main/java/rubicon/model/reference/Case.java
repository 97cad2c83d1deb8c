package rubicon.model.reference;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One case of a file.
///
/// @param file the file's name
/// @param id the case's own
/// @param operation the name of what it asks for
/// @param expected as JSON has it
public record Case(
        String file,
        String id,
        String operation,
        Inputs inputs,
        @Nullable Object expected,
        Tolerance tolerance) {

    /// What a model answers other than expected, one line each; empty if the case passes.
    ///
    /// @param operations by name
    public List<String> misses(Map<String, Operation> operations) {
        Operation asked = operations.get(operation);
        if (asked == null) {
            return List.of("there is no operation " + operation);
        }
        try {
            return tolerance.misses(expected, asked.apply(inputs));
        } catch (RuntimeException e) {
            // A case that breaks its model is a failed case among others.
            return List.of("%s failed: %s".formatted(operation, e));
        }
    }
}
