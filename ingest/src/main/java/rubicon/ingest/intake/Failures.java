package rubicon.ingest.intake;

import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/// Tells apart why work failed.
public final class Failures {
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

    /// What to throw on in place of a failure that a transaction wrapped.
    ///
    /// @return the failure, if it is an ordinary one
    /// @throws Error the fault of the machine or of the program that is behind it
    public static RuntimeException orError(RuntimeException failure) {
        Error error = error(failure);
        if (error != null) {
            throw error;
        }
        return failure;
    }

    /// The one to be told of two: rather a fault of the machine or of the program than another, and
    /// rather any than that something was given up because of one; else the first.
    static <T extends Throwable> T worse(@Nullable T first, T second) {
        return first == null || gravity(second) > gravity(first) ? second : first;
    }

    private static int gravity(Throwable failure) {
        if (error(failure) != null) {
            return 2;
        }
        return failure.getCause() instanceof CancellationException ? 0 : 1;
    }
}
