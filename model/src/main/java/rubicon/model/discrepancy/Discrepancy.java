package rubicon.model.discrepancy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.IndicatorId;

/// Numbers of the field that do not go together.
///
/// @param indicators that it bears on; none where it bears on none
/// @param finding what holding the statements against each other shows
/// @param treatment what is done about it here
/// @param checked when the statements were read last
public record Discrepancy(
        String id,
        String title,
        DiscrepancyKind kind,
        List<IndicatorId> indicators,
        List<Statement> statements,
        String finding,
        String treatment,
        LocalDate checked) {
    public Discrepancy {
        indicators = List.copyOf(indicators);
        statements = List.copyOf(statements);
    }

    /// What one side says.
    ///
    /// @param value as it is written there
    /// @param says of what, and under which circumstances
    /// @param source the document
    /// @param evidence its address; null where there is none
    public record Statement(
            String who, String value, String says, String source, @Nullable String evidence) {}
}
