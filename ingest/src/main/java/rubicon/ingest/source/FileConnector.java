package rubicon.ingest.source;

/// A connector of an upstream that is one file.
public interface FileConnector extends Connector {

    /// How the file is written.
    Layout.Format format();

    /// Maps the file, like [#map(Delivery)].
    Mapped map(Fetched file) throws DriftException;

    @Override
    default Layout layout() {
        return new Layout.Single(format());
    }

    @Override
    default Mapped map(Delivery delivery) throws DriftException {
        return map(delivery.only());
    }
}
