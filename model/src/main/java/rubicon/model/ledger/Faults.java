package rubicon.model.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.Characters;

/// Collects what is wrong with a payload, so that a sender is told everything at once.
public final class Faults {
    private final List<Violation> violations = new ArrayList<>();

    /// Notes a fault.
    public void add(String field, String message) {
        violations.add(new Violation(field, message));
    }

    public boolean any() {
        return !violations.isEmpty();
    }

    /// What was noted so far.
    public List<Violation> list() {
        return List.copyOf(violations);
    }

    /// A text that must be there; null, and a fault, where it is absent, blank or too long.
    public @Nullable String required(String field, @Nullable String text, int limit) {
        if (text == null || text.isBlank()) {
            add(field, "is missing");
            return null;
        }
        return optional(field, text, limit);
    }

    /// A text that may be absent; a blank one counts as absent.
    public @Nullable String optional(String field, @Nullable String text, int limit) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > limit) {
            add(field, "has %d characters, allowed are %d".formatted(text.length(), limit));
            return null;
        }
        String fault = Characters.fault(text);
        if (fault != null) {
            add(field, fault);
            return null;
        }
        return text;
    }

    /// The constant of that name; null where the name is absent, and a fault where it is unknown.
    public <E extends Enum<E>> @Nullable E constant(
            String field, Class<E> type, @Nullable String name) {
        if (name == null) {
            return null;
        }
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException unknown) {
            add(
                    field,
                    "'%s' is none of %s".formatted(name, Arrays.toString(type.getEnumConstants())));
            return null;
        }
    }
}
