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

    /// The rows of an indicator, by date, source, key and revision.
    ///
    /// @param revisions whether superseded revisions are wanted
    /// @param retracted whether observations are wanted whose value was withdrawn
    public static List<LedgerRowPayload> of(
            IndicatorLedger ledger, Indicator indicator, boolean revisions, boolean retracted) {
        String unit = indicator.unit().symbol();
        List<LedgerRowPayload> rows = new ArrayList<>();
        for (History history : Plausibility.judged(indicator, ledger.histories())) {
            Observation before = null;
            for (Revision revision : history.revisions()) {
                boolean wanted =
                        switch (revision.status()) {
                            case STANDING, DISPUTED -> true;
                            case SUPERSEDED -> revisions;
                            case RETRACTED -> retracted || revisions;
                        };
                if (wanted) {
                    rows.add(Statements.toRow(history, revision, before, unit));
                }
                before = reported(revision, before);
            }
        }
        rows.sort(ORDER);
        return rows;
    }

    /// A statement of a history as a row, with what has become of it.
    public static LedgerRowPayload row(History history, Statement statement, String unit) {
        return Statements.toRow(history, history.revisionOf(statement), null, unit);
    }

    private static @Nullable Observation reported(Revision revision, @Nullable Observation before) {
        return revision.statement().content() instanceof Reported(Observation it) ? it : before;
    }
}
