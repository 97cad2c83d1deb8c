package rubicon.model.rule;

/// What a rule compares with its thresholds.
public sealed interface Condition permits FrontierCondition {

    /// Name of the kind in JSON.
    String kind();

    /// On which side of the thresholds the breach lies.
    Comparison op();
}
