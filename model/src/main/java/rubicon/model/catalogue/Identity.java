package rubicon.model.catalogue;

/// Whether a subject has one value, or is measured again and again.
public enum Identity {
    SUBJECT,
    SERIES
}
