package rubicon.ingest.source.evaltool;

import java.util.Set;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;

/// A connector of a tool's format. Not every file of it has a date; a result without one counts
/// from the day on which its file was first stated.
interface EvalTool extends Connector {
    /// Models by the names that evaluation tools call them by.
    Aliases NAMES = Aliases.of("eval-tool-models");

    /// How a file is written.
    Layout.Format format();

    /// Reads a file.
    void read(Fetched file, Wanted wanted, Mapping mapping) throws DriftException;

    @Override
    default Layout layout() {
        return new Layout.Single(format());
    }

    @Override
    default boolean isUndated() {
        return true;
    }

    @Override
    default Set<String> options() {
        return Set.of(Wanted.INDICATORS, Wanted.UNITS, Wanted.LICENCE);
    }

    @Override
    default Mapped map(Delivery delivery) throws DriftException {
        Wanted wanted = new Wanted(delivery);
        Mapping mapping = new Mapping();
        mapping.files(delivery, file -> read(file, wanted, mapping));
        return wanted.mapped(mapping);
    }
}
