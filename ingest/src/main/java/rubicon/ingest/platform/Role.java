package rubicon.ingest.platform;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What somebody may do; each role includes those before it.
public enum Role {
    VIEWER,
    ANALYST,
    ADMIN;

    public static final String VIEWER_NAME = "viewer";
    public static final String ANALYST_NAME = "analyst";
    public static final String ADMIN_NAME = "admin";

    /// As tokens and annotations name it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role and those it includes, by name.
    public Set<String> included() {
        return switch (this) {
            case VIEWER -> Set.of(VIEWER_NAME);
            case ANALYST -> Set.of(VIEWER_NAME, ANALYST_NAME);
            case ADMIN -> Set.of(VIEWER_NAME, ANALYST_NAME, ADMIN_NAME);
        };
    }

    /// The role of that name.
    public static Optional<Role> of(String id) {
        for (Role role : values()) {
            if (role.id().equals(id)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
