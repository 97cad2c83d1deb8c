package rubicon.model.catalogue;

/// Whether exports may carry the values: freely, as single citations, or not at all.
public enum Export {
    YES,
    CITE,
    NO,
    /// Computed here, exportable; its input rows keep their own class.
    OWN
}
