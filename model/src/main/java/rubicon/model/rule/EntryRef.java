package rubicon.model.rule;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.chronicle.EntryHistory;
import rubicon.model.chronicle.EntryKind;
import rubicon.model.wire.ChroniclePayload;

/// An entry of the chronicle that a rule watches.
///
/// @param id of the entry
/// @param source who tells it; null for the first, by name, that tells one of this id
public record EntryRef(String id, @Nullable String source) {

    /// Whether it is the one that something was told of.
    boolean isOf(ChroniclePayload told) {
        return id.equals(told.id()) && (source == null || source.equals(told.source()));
    }

    /// All that was told of it; empty while nothing was.
    Optional<EntryHistory<ChroniclePayload>> find(EntryKind kind, Holdings held) {
        return held.entries(kind).stream()
                .filter(it -> isOf(it.statements().getFirst().content()))
                .min((one, two) -> sourceOf(one).compareTo(sourceOf(two)));
    }

    private static String sourceOf(EntryHistory<ChroniclePayload> history) {
        return Objects.requireNonNullElse(history.statements().getFirst().content().source(), "");
    }
}
