package rubicon.ingest.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;

/// A connector whose rows are observations already, one after another. It reads them off a stream
/// and holds no more than one, so that a file may be larger than the memory.
public interface RowReader extends Connector {

    /// How a file is written.
    Layout.Format format();

    @Override
    default Layout layout() {
        return new Layout.Single(format());
    }

    /// Reads all rows, in order. An observation comes as the row has it; `source` and the rest that
    /// a row may leave out is the reader's to fill in.
    ///
    /// @throws DriftException if the stream is not of the format at all; what came before stands
    void read(InputStream in, Consumer<Row> rows) throws DriftException, IOException;

    /// What was met in a row.
    sealed interface Row {
        /// Of the row, from 1; a header is not counted.
        long number();
    }

    /// An observation with all that is required of it, but for its source.
    record Reported(long number, ObservationPayload observation) implements Row {}

    /// A row that cannot be read.
    ///
    /// @param externalId the row's own key; empty where it has none
    /// @param violation with the field at fault; empty for the whole row
    record Refused(long number, String externalId, Violation violation) implements Row {}

    /// A field that nobody knows, told once: where it was first met. It is passed over.
    record Unknown(long number, String field) implements Row {}

    @Override
    default Mapped map(Delivery delivery) throws DriftException {
        Mapping mapping = new Mapping();
        mapping.files(delivery, file -> read(file, mapping));
        return mapping.mapped();
    }

    private void read(Fetched file, Mapping mapping) throws DriftException {
        try {
            read(new ByteArrayInputStream(file.payload()), row -> take(file, row, mapping));
        } catch (IOException e) {
            throw new DriftException("the payload cannot be read: " + e.getMessage());
        }
    }

    private void take(Fetched file, Row row, Mapping mapping) {
        String path = (file.path().isEmpty() ? "rows." : file.path() + ".rows.") + row.number();
        switch (row) {
            case Reported(long _, ObservationPayload it) ->
                    mapping.add(Completion.of(it, this, file));
            case Refused(long _, String key, Violation it) ->
                    mapping.refuse(
                            key.isEmpty() ? path : key,
                            new Violation(
                                    it.field().isEmpty() ? path : path + "." + it.field(),
                                    it.message()));
            case Unknown(long _, String field) ->
                    mapping.passOver("%s.%s: the field is not known".formatted(path, field));
        }
    }
}
