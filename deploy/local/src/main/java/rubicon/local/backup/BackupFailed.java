package rubicon.local.backup;

import org.jspecify.annotations.Nullable;

/// A backup can not be written or restored, for a reason that the user can read and act upon. The
/// message is one clear sentence.
public final class BackupFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BackupFailed(String sentence) {
        super(sentence);
    }

    public BackupFailed(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
