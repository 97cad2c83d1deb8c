package rubicon.ingest.outbox;

import jakarta.transaction.TransactionScoped;

/// Ids for the rows of one transaction, in blocks. A block is asked for once the transaction has
/// something to tell, when it holds its locks: so of two transactions on one key, the later one's
/// ids are higher. Ids that were shared by several transactions could not promise that.
@TransactionScoped
class OutboxIds {
    /// As the database's sequence counts.
    static final int BLOCK = 64;

    private final OutboxRepository rows;
    private long next;
    private long end;

    OutboxIds(OutboxRepository rows) {
        this.rows = rows;
    }

    long next() {
        if (next == end) {
            next = rows.nextBlock();
            end = next + BLOCK;
        }
        return next++;
    }
}
