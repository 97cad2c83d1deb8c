package rubicon.model.wire;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import rubicon.model.observation.Subject;

/// What was measured, as it travels.
public record SubjectPayload(
        @Nullable String model,
        @Nullable String developer,
        @Nullable String scaffold,
        @Nullable LocalDate releasedOn,
        @Nullable String actor) {

    /// Nobody known.
    public static final SubjectPayload NONE = new SubjectPayload(null, null, null, null, null);

    /// A subject as it travels.
    public static SubjectPayload of(Subject subject) {
        return new SubjectPayload(
                subject.model().isEmpty() ? null : subject.model(),
                subject.developer(),
                subject.scaffold(),
                subject.releasedOn(),
                subject.actor().name());
    }
}
