package rubicon.ingest.indicator;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.ledger.LedgerPages;
import rubicon.ingest.ledger.LedgerPages.Listing;
import rubicon.ingest.ledger.LedgerPages.Page;
import rubicon.ingest.ledger.RowPlace;
import rubicon.model.catalogue.Export;
import rubicon.model.wire.LedgerRowPayload;

/// All rows of a listing that may leave in bulk, of which a page is in memory at a time.
final class ListedRows implements Iterable<LedgerRowPayload> {
    private static final int PAGE = 1_000;

    private final LedgerPages ledger;
    private final Listing listing;

    ListedRows(LedgerPages ledger, Listing listing) {
        this.ledger = ledger;
        this.listing = listing;
    }

    @Override
    public Iterator<LedgerRowPayload> iterator() {
        return new Rows();
    }

    private final class Rows implements Iterator<LedgerRowPayload> {
        private Page page = ledger.page(listing, RowPlace.START, PAGE);
        private int at;

        @Override
        public boolean hasNext() {
            while (true) {
                if (at < page.rows().size()) {
                    if (mayLeave(page.rows().get(at))) {
                        return true;
                    }
                    at++;
                } else {
                    @Nullable RowPlace next = page.next();
                    if (next == null) {
                        return false;
                    }
                    page = ledger.page(listing, next, PAGE);
                    at = 0;
                }
            }
        }

        private static boolean mayLeave(LedgerRowPayload row) {
            return row.export() == null || Export.valueOf(row.export()).allowsBulk();
        }

        @Override
        public LedgerRowPayload next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.rows().get(at++);
        }
    }
}
