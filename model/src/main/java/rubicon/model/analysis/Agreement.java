package rubicon.model.analysis;

/// How what a source says of a subject relates to what stands.
public enum Agreement {
    /// It is what stands.
    STANDS,
    /// It gives the same value.
    SAME,
    /// It gives what stands, rounded to fewer digits.
    ROUNDED,
    /// It gives another value.
    DIFFERS
}
