package rubicon.ingest.source.discovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;

/// A collection of record ledgers with credit to people or AI: a file each for the Hutter prize,
/// the exponent of matrix multiplication, FrontierMath's open problems and a circuit challenge. One
/// that is gone, or has another name, hinders no other.
///
/// @see <a href="https://github.com/tecunningham/ai-discovery-data">AI discovery data</a>
public final class AiDiscoveryLedgers implements Connector {
    private static final Map<String, Ledger.Reading> FILES = files();

    private final Aliases systems = Aliases.of("discovery-systems");

    private static Map<String, Ledger.Reading> files() {
        Map<String, Ledger.Reading> files = new LinkedHashMap<>();
        files.put(HutterPrize.FILE, HutterPrize::read);
        files.put(MatrixExponent.FILE, MatrixExponent::read);
        files.put(OpenProblems.FILE, OpenProblems::read);
        files.put(EcdsaCircuit.FILE, EcdsaCircuit::read);
        return files;
    }

    @Override
    public String id() {
        return "ai-discovery-ledgers";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Layout layout() {
        return new Layout.Named(
                List.copyOf(FILES.keySet()).stream()
                        .map(it -> Layout.optional(it, Format.CSV))
                        .toList());
    }

    @Override
    public Mapped map(Delivery delivery) throws DriftException {
        Mapping mapping = new Mapping();
        for (var file : FILES.entrySet()) {
            Optional<Fetched> part = delivery.part(file.getKey());
            if (part.isPresent()) {
                mapping.file(
                        part.get(),
                        it -> file.getValue().of(new Ledger(this, it, systems, mapping)));
            }
        }
        return mapping.mapped();
    }
}
