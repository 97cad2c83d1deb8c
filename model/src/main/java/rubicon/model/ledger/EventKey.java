package rubicon.model.ledger;

/// What makes an event the same one when it is delivered again: the CloudEvents attributes.
public record EventKey(String source, String id) {}
