package rubicon.model.reference;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One case of a file.
///
/// @param file the file's name
/// @param id the case's own
/// @param operation the name of what it asks for
/// @param expected as JSON has it
/// @param unreadable why it cannot be read, and so fails; empty if it can
public record Case(
        String file,
        String id,
        String operation,
        Inputs inputs,
        @Nullable Object expected,
        Tolerance tolerance,
        Optional<String> unreadable) {

    /// A case, or a whole file of them, that cannot be read: it fails whatever is asked.
    static Case unreadable(String file, String id, Exception why) {
        return new Case(
                file,
                id,
                "",
                new Inputs(Map.of()),
                null,
                new Tolerance(0, 0),
                Optional.of("cannot be read: " + why.getMessage()));
    }

    /// What a model answers other than expected, one line each; empty if the case passes.
    ///
    /// @param operations by name
    public List<String> misses(Map<String, Operation> operations) {
        if (unreadable.isPresent()) {
            return List.of(unreadable.get());
        }
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
