package rubicon.ingest.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Plausibility;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Revision;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.wire.LedgerRowPayload;

/// The ledger as rows for a reader.
public final class LedgerRows {
    private static final Comparator<LedgerRowPayload> ORDER =
            Comparator.comparing(
                            LedgerRowPayload::observedOn,
                            Comparator.nullsFirst(Comparator.naturalOrder()))
                    .thenComparing(LedgerRowPayload::source)
                    .thenComparing(LedgerRowPayload::externalId)
                    .thenComparingInt(LedgerRowPayload::revision);

    private LedgerRows() {}

    /// The rows of an indicator that stand or are disputed, by date, source and key.
    public static List<LedgerRowPayload> of(IndicatorLedger ledger, Indicator indicator) {
        return Plausibility.judged(indicator, ledger.histories()).stream()
                .flatMap(it -> of(it, indicator, RowFilter.LAST_WORDS).stream())
                .sorted(ORDER)
                .toList();
    }

    /// The rows of an observation that are wanted, oldest first.
    static List<LedgerRowPayload> of(History judged, Indicator indicator, RowFilter wanted) {
        List<LedgerRowPayload> rows = new ArrayList<>();
        Observation before = null;
        for (Revision revision : judged.revisions()) {
            if (wanted.wants(revision.status())) {
                LedgerRowPayload row =
                        Statements.toRow(judged, revision, before, wanted.withdrawn(), indicator);
                if (wanted.wants(row)) {
                    rows.add(row);
                }
            }
            before = reported(revision, before);
        }
        return rows;
    }

    /// A statement of a history as a row, with what has become of it.
    ///
    /// @param indicator null for one that is not known any more
    static LedgerRowPayload row(
            History history, Statement statement, @Nullable Indicator indicator) {
        return Statements.toRow(history, history.revisionOf(statement), null, false, indicator);
    }

    private static @Nullable Observation reported(Revision revision, @Nullable Observation before) {
        return revision.statement().content() instanceof Reported(Observation it) ? it : before;
    }
}
