package rubicon.simulator.scenario;

/// A sentence about one field that is wrong: what, which value, what is allowed.
public record Violation(String field, String message) {}
