package rubicon.ingest.intake;

import rubicon.model.ledger.EventKey;

/// Marks what a file says that somebody handed in. Its rows are told one by one, but the rules look
/// at them once, when all are in: what half a file says is nobody's news.
public final class Imported {
    /// Source of the events of all imports.
    public static final String ORIGIN = "/api/v1/imports";

    private Imported() {}

    /// Whether an event came out of such a file.
    public static boolean is(EventKey event) {
        return event.source().equals(ORIGIN);
    }
}
