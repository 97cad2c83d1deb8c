package rubicon.local.house;

/// The command line cannot be understood; the message is one sentence.
final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1;

    Usage(String sentence) {
        super(sentence, null, false, false);
    }
}
