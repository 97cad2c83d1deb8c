package rubicon.model.catalogue;

/// Whether exports may carry the values: freely, as single citations, or not at all.
public enum Export {
    YES(true),
    CITE(false),
    NO(false),
    /// Computed here, exportable; its input rows keep their own class.
    OWN(true);

    private final boolean bulk;

    Export(boolean bulk) {
        this.bulk = bulk;
    }

    /// Whether many values may leave at once. A single one may be quoted with its source of any.
    public boolean allowsBulk() {
        return bulk;
    }
}
