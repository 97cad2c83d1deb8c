package rubicon.ui.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import rubicon.model.rule.SeverityLevel;
import rubicon.model.wire.AlertPayload;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// Which alerts are listed.
///
/// @param openOnly whether closed episodes are left out
/// @param severity empty for every severity
/// @param indicator empty for every indicator
record AlertsViewState(boolean openOnly, Optional<String> severity, Optional<String> indicator) {
    static final AlertsViewState DEFAULT =
            new AlertsViewState(false, Optional.empty(), Optional.empty());

    /// As they stand in an address, gravest first.
    static final List<String> SEVERITIES =
            Stream.of(SeverityLevel.values())
                    .sorted(Comparator.reverseOrder())
                    .map(level -> level.name().toLowerCase(Locale.ROOT))
                    .toList();

    private static final String SEVERITY_WORDS =
            String.join(", ", SEVERITIES.subList(0, SEVERITIES.size() - 1))
                    + " or "
                    + SEVERITIES.getLast();

    static Parsed<AlertsViewState> parse(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        return reader.parsed(
                new AlertsViewState(
                        reader.value("open", AlertsViewState::flag, "true or false").orElse(false),
                        reader.value("severity", AlertsViewState::severity, SEVERITY_WORDS),
                        reader.text("indicator")));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        Map<String, String> query = new TreeMap<>();
        indicator.ifPresent(id -> query.put("indicator", id));
        if (openOnly) {
            query.put("open", "true");
        }
        severity.ifPresent(word -> query.put("severity", word));
        return query;
    }

    boolean matches(AlertPayload alert) {
        return (!openOnly || AlertGroup.of(alert) != AlertGroup.CLOSED)
                && severity.map(word -> word.equalsIgnoreCase(alert.severity())).orElse(true)
                && indicator.map(id -> id.equals(alert.indicator())).orElse(true);
    }

    AlertsViewState withOpenOnly(boolean only) {
        return new AlertsViewState(only, severity, indicator);
    }

    AlertsViewState withSeverity(Optional<String> word) {
        return new AlertsViewState(openOnly, word, indicator);
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<String> severity(String text) {
        return Optional.of(text.toLowerCase(Locale.ROOT)).filter(SEVERITIES::contains);
    }
}
