package rubicon.ingest.source.algotune;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import rubicon.ingest.source.format.JsonTree;
import rubicon.ingest.source.format.RowFault;

/// How much faster a program is than the given one.
///
/// @param factor 1 for one that failed
record Speedup(double factor, boolean failed) {
    private static final String FIELD = "final_speedup";
    private static final Speedup FAILED = new Speedup(1, true);

    /// What the report writes for a program that does not work, beside `N/A`.
    private static final Set<String> FAILURES = Set.of("error", "fail", "failed", "timeout");

    static Speedup of(String task, JsonNode result) throws RowFault {
        if (!result.has(FIELD)) {
            throw new RowFault(task + "." + FIELD, "is missing");
        }
        if (FAILURES.contains(result.path(FIELD).asText("").strip().toLowerCase(Locale.ROOT))) {
            return FAILED;
        }
        try {
            OptionalDouble factor = JsonTree.number(result, FIELD);
            return factor.isPresent() ? new Speedup(factor.getAsDouble(), false) : FAILED;
        } catch (RowFault e) {
            throw new RowFault(task + "." + FIELD, e.reason());
        }
    }
}
