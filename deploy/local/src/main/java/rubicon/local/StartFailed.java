package rubicon.local;

/// The house can not start, for a reason that the user can read and act upon. The message is one
/// clear sentence.
public final class StartFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailed(String sentence) {
        super(sentence);
    }

    public StartFailed(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
