package rubicon.ui.live;

/// A record whose bytes are not the payload that the topic carries.
final class UnreadableRecord extends RuntimeException {
    UnreadableRecord(String message, Throwable cause) {
        super(message, cause);
    }
}
