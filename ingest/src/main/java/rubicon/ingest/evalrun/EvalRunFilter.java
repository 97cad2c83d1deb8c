package rubicon.ingest.evalrun;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which runs a call asks for.
///
/// @param wanted values by the columns that must have them
record EvalRunFilter(Map<String, String> wanted) {

    /// Of what the call said; null for all.
    static EvalRunFilter of(
            @Nullable String suite, @Nullable String agent, @Nullable String source) {
        Map<String, String> wanted = new LinkedHashMap<>();
        if (suite != null) {
            wanted.put("suite", suite);
        }
        if (agent != null) {
            wanted.put("agent", agent);
        }
        if (source != null) {
            wanted.put("source", source);
        }
        return new EvalRunFilter(wanted);
    }
}
