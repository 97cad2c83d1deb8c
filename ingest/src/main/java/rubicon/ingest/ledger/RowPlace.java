package rubicon.ingest.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A row's place in the list of an indicator: by date, source, key and revision. What has no date
/// comes first.
///
/// @param date null for a withdrawal of what nobody had reported
public record RowPlace(@Nullable LocalDate date, String source, String externalId, int revision) {
    /// Before the first row of every list.
    public static final RowPlace START = new RowPlace(null, "", "", 0);

    /// Before the first row that has a date.
    static final RowPlace FIRST_DATED = new RowPlace(LocalDate.MIN, "", "", 0);

    /// Whether the rows of one observation and date lie at this place.
    boolean isOf(Group group) {
        return group.source().equals(source)
                && group.externalId().equals(externalId)
                && (date == null ? group.date() == null : date.equals(group.date()));
    }

    /// The rows of one observation that are of one date.
    record Group(@Nullable LocalDate date, String source, String externalId) {}
}
