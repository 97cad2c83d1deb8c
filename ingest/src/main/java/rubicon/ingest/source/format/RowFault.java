package rubicon.ingest.source.format;

/// A row that cannot be read; it hinders no other.
public final class RowFault extends Exception {
    private static final long serialVersionUID = 1;

    private final String field;

    /// A fault of a row.
    ///
    /// @param field the column or field at fault, as the upstream calls it
    /// @param message what is wrong with it, such as `is no number`
    public RowFault(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    /// The column or field at fault.
    public String field() {
        return field;
    }

    /// What is wrong with it.
    public String reason() {
        return String.valueOf(getMessage());
    }
}
