package rubicon.model.rule;

/// The indicator's frontier, its running best, against a threshold.
public record FrontierCondition(Comparison op) implements Condition {

    /// Its name in JSON.
    public static final String KIND = "FRONTIER";

    @Override
    public String kind() {
        return KIND;
    }
}
