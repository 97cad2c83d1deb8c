package rubicon.ui.milestone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rubicon.model.milestone.MilestoneKind;
import rubicon.model.wire.MilestonePayload;
import rubicon.ui.chronicle.MilestoneWords;
import rubicon.ui.shell.Parsed;
import rubicon.ui.shell.QueryReader;

/// Which milestones are listed.
///
/// @param kind empty for every kind
/// @param category empty for every category
/// @param indicator empty for every indicator
record MilestonesViewState(
        Optional<MilestoneKind> kind, Optional<String> category, Optional<String> indicator) {
    static final MilestonesViewState DEFAULT =
            new MilestonesViewState(Optional.empty(), Optional.empty(), Optional.empty());

    private static final String KINDS =
            Stream.of(MilestoneKind.values())
                    .map(MilestoneWords::key)
                    .collect(Collectors.joining(", "));

    static Parsed<MilestonesViewState> parse(Map<String, List<String>> query) {
        QueryReader reader = new QueryReader(query);
        return reader.parsed(
                new MilestonesViewState(
                        reader.value("kind", MilestonesViewState::kind, "one of " + KINDS),
                        reader.text("category"),
                        reader.text("indicator")));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        Map<String, String> query = new TreeMap<>();
        category.ifPresent(id -> query.put("category", id));
        indicator.ifPresent(id -> query.put("indicator", id));
        kind.ifPresent(it -> query.put("kind", MilestoneWords.key(it)));
        return query;
    }

    boolean matches(MilestonePayload it) {
        return kind.map(each -> each.name().equals(it.kind())).orElse(true)
                && names(it.categories(), category)
                && names(it.indicators(), indicator);
    }

    MilestonesViewState withKind(Optional<MilestoneKind> other) {
        return new MilestonesViewState(other, category, indicator);
    }

    MilestonesViewState withCategory(Optional<String> other) {
        return new MilestonesViewState(kind, other, indicator);
    }

    MilestonesViewState withIndicator(Optional<String> other) {
        return new MilestonesViewState(kind, category, other);
    }

    private static boolean names(
            @org.jspecify.annotations.Nullable List<String> names, Optional<String> wanted) {
        return wanted.isEmpty() || (names != null && names.contains(wanted.get()));
    }

    private static Optional<MilestoneKind> kind(String text) {
        return Stream.of(MilestoneKind.values())
                .filter(kind -> MilestoneWords.key(kind).equals(text))
                .findFirst();
    }
}
