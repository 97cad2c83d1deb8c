package rubicon.ui.shell;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.IndicatorStatePayload.Point;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.SubjectPayload;

/// How those are named whom an indicator's values are of. On a board of agents, where dates are
/// those of results and scaffolds differ, it is the scaffold that tells two entries of one model
/// apart: `AIDE · o1-preview`. Elsewhere the model is the name, and a scaffold only how it was run.
///
/// @param scaffolded whether scaffolds belong to the names
public record SubjectNames(boolean scaffolded) {

    /// The names on an indicator.
    ///
    /// @param indicator null while the catalogue entry is not here yet
    public static SubjectNames of(
            @Nullable IndicatorPayload indicator, Stream<SubjectPayload> subjects) {
        boolean ofResults = indicator != null && "RESULT".equals(indicator.date());
        return new SubjectNames(
                ofResults
                        && subjects.flatMap(it -> Stream.ofNullable(text(it.scaffold())))
                                        .distinct()
                                        .limit(2)
                                        .count()
                                > 1);
    }

    /// The names on an indicator, as far as its state tells.
    public static SubjectNames of(
            @Nullable IndicatorPayload indicator, IndicatorStatePayload state) {
        return of(indicator, subjects(state));
    }

    /// Whom a state speaks of.
    public static Stream<SubjectPayload> subjects(IndicatorStatePayload state) {
        return Stream.concat(state.frontier().stream(), Stream.ofNullable(state.latest()))
                .map(Point::subject);
    }

    /// Whom a value is of.
    public String of(SubjectPayload subject) {
        String scaffold = text(subject.scaffold());
        if (!scaffolded || scaffold == null) {
            return Formats.subject(subject);
        }
        return text(subject.model()) == null ? scaffold : scaffold + " · " + subject.model();
    }

    /// Whose value a row is; of one that names nobody the source's own key.
    public String of(LedgerRowPayload row) {
        SubjectPayload subject = row.subject();
        boolean named = text(subject.model()) != null || text(subject.actor()) != null;
        return named ? of(subject) : row.externalId();
    }

    /// Who made it and, unless the name says so, in which scaffold it was run; empty where neither
    /// is known.
    public String beside(SubjectPayload subject) {
        String developer = subject.developer() == null ? "" : subject.developer();
        String scaffold = text(subject.scaffold());
        if (scaffolded || scaffold == null) {
            return developer;
        }
        return developer.isEmpty() ? "in " + scaffold : developer + ", in " + scaffold;
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
