package rubicon.model.rule;

/// What is wrong with a rule that somebody wrote.
///
/// @param field path of the field, such as `severities[1].fire`
/// @param message what it is, and what is allowed
public record RuleViolation(String field, String message) {}
