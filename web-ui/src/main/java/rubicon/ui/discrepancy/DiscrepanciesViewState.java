package rubicon.ui.discrepancy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import rubicon.model.discrepancy.DiscrepancyKind;
import rubicon.model.wire.DisagreementPayload;
import rubicon.model.wire.DiscrepancyPayload;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// Which disagreements are listed.
///
/// @param indicator its id; empty for every indicator
/// @param kind of the documented ones, in lower case; empty for every kind
/// @param rounding whether those are listed, too, where a source only gives fewer digits
record DiscrepanciesViewState(Optional<String> indicator, Optional<String> kind, boolean rounding) {
    static final DiscrepanciesViewState DEFAULT =
            new DiscrepanciesViewState(Optional.empty(), Optional.empty(), false);

    static final List<String> KINDS =
            Stream.of(DiscrepancyKind.values())
                    .map(it -> it.name().toLowerCase(Locale.ROOT))
                    .toList();

    static Parsed<DiscrepanciesViewState> parse(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        return reader.parsed(
                new DiscrepanciesViewState(
                        reader.text("indicator"),
                        reader.value(
                                "kind", DiscrepanciesViewState::kind, String.join(", ", KINDS)),
                        reader.value("rounding", DiscrepanciesViewState::flag, "true or false")
                                .orElse(false)));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        Map<String, String> query = new TreeMap<>();
        indicator.ifPresent(it -> query.put("indicator", it));
        kind.ifPresent(it -> query.put("kind", it));
        if (rounding) {
            query.put("rounding", "true");
        }
        return query;
    }

    boolean matches(DisagreementPayload found) {
        return (rounding || found.moreThanRounding())
                && indicator.map(it -> it.equals(found.indicator())).orElse(true);
    }

    boolean matches(DiscrepancyPayload documented) {
        return isAbout(documented)
                && kind.map(it -> it.equalsIgnoreCase(documented.kind())).orElse(true);
    }

    /// Whether a documented one bears on the indicator asked for, its kind aside.
    boolean isAbout(DiscrepancyPayload documented) {
        return indicator
                .map(it -> documented.indicators() != null && documented.indicators().contains(it))
                .orElse(true);
    }

    DiscrepanciesViewState withKind(Optional<String> word) {
        return new DiscrepanciesViewState(indicator, word, rounding);
    }

    DiscrepanciesViewState withRounding(boolean shown) {
        return new DiscrepanciesViewState(indicator, kind, shown);
    }

    DiscrepanciesViewState ofEveryIndicator() {
        return new DiscrepanciesViewState(Optional.empty(), kind, rounding);
    }

    private static Optional<String> kind(String text) {
        return Optional.of(text.toLowerCase(Locale.ROOT)).filter(KINDS::contains);
    }

    private static Optional<Boolean> flag(String text) {
        return switch (text) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
