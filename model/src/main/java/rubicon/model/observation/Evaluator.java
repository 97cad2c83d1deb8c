package rubicon.model.observation;

/// How the evaluator stands to the developer of what was measured.
public enum Evaluator {
    FIRST_PARTY,
    THIRD_PARTY,
    COLLABORATIVE,
    OTHER
}
