package rubicon.model.catalogue;

/// The default axis of an indicator, and the space in which its trend is a line.
public enum Scale {
    LINEAR,
    LOG,
    LOGIT
}
