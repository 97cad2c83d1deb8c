package rubicon.ui.name;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.AliasPayload;
import rubicon.ui.client.UnresolvedNamePayload;
import rubicon.ui.shell.QueryReader;

/// Which names are listed.
///
/// @param text part of a name, of what it means, or of the file or source it comes from; empty for
///   all
record NamesViewState(String text) {
    static final NamesViewState DEFAULT = new NamesViewState("");

    static NamesViewState parse(Map<String, List<String>> query) {
        return new NamesViewState(new QueryReader(query).text("q").orElse(""));
    }

    /// Only what differs from the default.
    Map<String, String> toQuery() {
        return text.isEmpty() ? Map.of() : Map.of("q", text);
    }

    boolean matches(AliasPayload it) {
        return matches(it.name(), it.model(), it.developer(), it.file(), it.source());
    }

    boolean matches(UnresolvedNamePayload it) {
        return matches(it.name(), it.source());
    }

    private boolean matches(@Nullable String... texts) {
        String part = text.toLowerCase(Locale.ROOT);
        return Stream.of(texts)
                .filter(Objects::nonNull)
                .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(part));
    }
}
