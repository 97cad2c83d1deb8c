package rubicon.ui.automation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import rubicon.ui.shell.AsOf;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// What of the indices is shown.
///
/// @param asOf ledger time that is shown; null for now
record AutomationViewState(@Nullable Instant asOf) {
    static final AutomationViewState NOW = new AutomationViewState(null);

    /// Reads an address; a time that lies ahead of `now` is brought to now, with a notice.
    static Parsed<AutomationViewState> parse(Map<String, List<String>> query, Instant now) {
        QueryReader reader = new QueryReader(query);
        return reader.parsed(new AutomationViewState(AsOf.read(reader, now)));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        Map<String, String> query = new TreeMap<>();
        if (asOf != null) {
            query.put("asOf", asOf.toString());
        }
        return query;
    }
}
