package rubicon.ingest.intake;

import org.jspecify.annotations.Nullable;

/// Tells apart why work failed.
final class Failures {
    private Failures() {}

    /// The fault of the machine or of the program that is behind a failure; null for none.
    static @Nullable Error error(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Error error) {
                return error;
            }
        }
        return null;
    }

    /// The one to be told of two: a fault of the machine or of the program, else the first.
    static <T extends Throwable> T worse(@Nullable T first, T second) {
        return first == null || (error(first) == null && error(second) != null) ? second : first;
    }
}
