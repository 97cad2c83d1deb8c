package rubicon.model.capabilityindex;

/// How badly a placement fits a table.
///
/// @param sse `Σ(ŷ − y)²`
/// @param penalty `ridge·(ΣC² + ΣD² + Σα²)/N`, the anchor's slope left out, `N` the number of free
///   parameters
public record Cost(double sse, double penalty) {
    /// What a fit makes small, `½(sse + penalty)`.
    public double total() {
        return (sse + penalty) / 2;
    }
}
