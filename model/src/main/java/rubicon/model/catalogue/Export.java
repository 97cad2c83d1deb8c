package rubicon.model.catalogue;

/// Whether exports may carry the values: freely, as single citations, or not at all.
public enum Export {
    YES(0),
    CITE(2),
    NO(3),
    /// Computed here, exportable; its input rows keep their own class.
    OWN(1);

    private static final int LAST_IN_BULK = 1;

    private final int strictness;

    Export(int strictness) {
        this.strictness = strictness;
    }

    boolean isStricterThan(Export other) {
        return strictness > other.strictness;
    }

    /// Whether many values may leave at once. A single one may be quoted with its source of any.
    public boolean allowsBulk() {
        return strictness <= LAST_IN_BULK;
    }
}
