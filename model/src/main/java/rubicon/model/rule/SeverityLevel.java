package rubicon.model.rule;

/// How grave an alert is, in rising order.
public enum SeverityLevel {
    NOTICE,
    WARNING,
    CRITICAL
}
