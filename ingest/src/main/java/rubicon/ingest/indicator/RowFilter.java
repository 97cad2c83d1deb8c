package rubicon.ingest.indicator;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.ledger.LedgerRows;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Times;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.wire.LedgerRowPayload;

/// Which rows of a ledger a call asks for.
///
/// @param subject a model's name; null for all
/// @param revisions whether superseded ones are wanted
/// @param retracted whether withdrawn ones are wanted
/// @param disputed whether those are wanted that their source or the plausibility check disputes
record RowFilter(
        LocalDate from,
        LocalDate to,
        @Nullable String subject,
        boolean revisions,
        boolean retracted,
        boolean disputed) {

    /// Of what the call said.
    ///
    /// @throws ProblemException if a part cannot be read
    static RowFilter of(
            @Nullable String from,
            @Nullable String to,
            @Nullable String subject,
            @Nullable String revisions,
            @Nullable String retracted,
            @Nullable String disputed) {
        return new RowFilter(
                from == null ? LocalDate.MIN : Times.day("from", from),
                to == null ? LocalDate.MAX : Times.day("to", to),
                subject,
                flag("revisions", revisions, false),
                flag("retracted", retracted, false),
                flag("disputed", disputed, true));
    }

    /// The rows, in their order.
    List<LedgerRowPayload> rows(IndicatorLedger ledger, Indicator indicator) {
        return LedgerRows.of(ledger, indicator, revisions, retracted).stream()
                .filter(row -> disputed || !row.status().equals("DISPUTED"))
                .filter(row -> isWithin(row.observedOn()))
                .filter(row -> subject == null || subject.equals(row.subject().model()))
                .toList();
    }

    private boolean isWithin(@Nullable LocalDate date) {
        return date == null || (!date.isBefore(from) && !date.isAfter(to));
    }

    private static boolean flag(String field, @Nullable String text, boolean otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (text.equals("true") || text.equals("false")) {
            return text.equals("true");
        }
        throw ProblemException.refused(field, "'%s' is neither true nor false".formatted(text));
    }
}
