package rubicon.ingest.source.cards;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.TableRow;

/// Months of cards, as points in time.
final class CardMonth {
    static final String COLUMN = "card_date";

    private CardMonth() {}

    /// The month of the row's card.
    static YearMonth of(TableRow row) throws RowFault {
        String text = row.needed(COLUMN);
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw new RowFault(COLUMN, "'%s' is no month".formatted(Cells.shortened(text)));
        }
    }

    /// A day, but not after the file that tells of it.
    static Instant known(LocalDate day, Fetched file) {
        Instant at = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return at.isAfter(file.statedAt()) ? file.statedAt() : at;
    }
}
