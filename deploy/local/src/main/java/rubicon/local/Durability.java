package rubicon.local;

/// How much a server does so that what it confirmed outlives a loss of power.
public enum Durability {
    /// Confirmed is on the disk. The house of a user.
    LASTING,
    /// Fast, and gone with the machine. Tests only.
    FLEETING
}
