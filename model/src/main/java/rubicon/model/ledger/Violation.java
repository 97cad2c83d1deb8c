package rubicon.model.ledger;

/// Why something was refused.
///
/// @param field path of the field at fault, as the sender wrote it
/// @param message what it was, and what is allowed
public record Violation(String field, String message) {}
