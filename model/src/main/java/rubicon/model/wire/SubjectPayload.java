package rubicon.model.wire;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was measured, as it travels.
public record SubjectPayload(
        @Nullable String model,
        @Nullable String developer,
        @Nullable String scaffold,
        @Nullable LocalDate releasedOn,
        @Nullable String actor) {}
