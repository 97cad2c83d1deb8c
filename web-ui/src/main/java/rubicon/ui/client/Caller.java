package rubicon.ui.client;

import java.util.Optional;

/// On whose behalf the ingest service is read, for as long as some work lasts.
public final class Caller {
    private static final ScopedValue<String> TOKEN = ScopedValue.newInstance();

    private Caller() {}

    /// Does work on behalf of who holds a token; of a visitor if there is none.
    public static void run(Optional<String> token, Runnable work) {
        token.ifPresentOrElse(bearer -> ScopedValue.where(TOKEN, bearer).run(work), work);
    }

    static Optional<String> token() {
        return TOKEN.isBound() ? Optional.of(TOKEN.get()) : Optional.empty();
    }
}
