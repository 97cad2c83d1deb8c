package rubicon.ingest.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.platform.ProblemException;
import rubicon.ingest.platform.Times;
import rubicon.model.ledger.Revision.Status;
import rubicon.model.wire.LedgerRowPayload;

/// Which rows of a ledger a call asks for.
///
/// @param from null for all dates
/// @param to null for all dates
/// @param subject a model's name; null for all
/// @param revisions whether superseded ones are wanted
/// @param retracted whether withdrawn ones are wanted
/// @param disputed whether those are wanted that their source or the plausibility check disputes
/// @param withdrawn whether withdrawn ones are wanted with the values that they had
public record RowFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String subject,
        boolean revisions,
        boolean retracted,
        boolean disputed,
        boolean withdrawn) {
    /// What stands and what is disputed.
    static final RowFilter LAST_WORDS = new RowFilter(null, null, null, false, false, true, false);

    /// Of what the call said.
    ///
    /// @throws ProblemException if a part cannot be read
    public static RowFilter of(
            @Nullable String from,
            @Nullable String to,
            @Nullable String subject,
            @Nullable String revisions,
            @Nullable String retracted,
            @Nullable String disputed,
            @Nullable String withdrawn) {
        return new RowFilter(
                from == null ? null : Times.day("from", from),
                to == null ? null : Times.day("to", to),
                subject,
                flag("revisions", revisions, false),
                flag("retracted", retracted, false),
                flag("disputed", disputed, true),
                flag("withdrawn", withdrawn, false));
    }

    /// Whether rows are wanted that have no date: withdrawals of what nobody had reported.
    boolean wantsUndated() {
        return wants(Status.RETRACTED) && subject == null;
    }

    boolean wants(Status status) {
        return switch (status) {
            case STANDING -> true;
            case DISPUTED -> disputed;
            case SUPERSEDED -> revisions;
            case RETRACTED -> retracted || revisions || withdrawn;
        };
    }

    boolean wants(LedgerRowPayload row) {
        return isWithin(row.observedOn())
                && (subject == null || subject.equals(row.subject().model()));
    }

    private boolean isWithin(@Nullable LocalDate date) {
        return date == null
                || ((from == null || !date.isBefore(from)) && (to == null || !date.isAfter(to)));
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
