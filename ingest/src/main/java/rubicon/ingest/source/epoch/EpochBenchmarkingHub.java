package rubicon.ingest.source.epoch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Delivery;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Layout;
import rubicon.ingest.source.Layout.Format;
import rubicon.ingest.source.Layout.Part;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.Mapping;

/// Epoch AI's Benchmarking Hub, a folder of CSV files: what Epoch runs itself, and copies of other
/// boards. What a version of a model is, and since when, stands in a file of its own.
///
/// @see <a href="https://epoch.ai/benchmarks">Epoch AI, Benchmarking Hub</a>
public final class EpochBenchmarkingHub implements Connector {
    static final String LICENCE = "CC-BY-4.0";
    static final String PAGE = "https://epoch.ai/benchmarks";

    private final Aliases names = Aliases.of("epoch-models");
    private final Aliases copiedModels = Aliases.of("epoch-copied-models");
    private final Aliases copiedHorizons = Aliases.of("epoch-copied-horizons");
    private final BoardDates dates = BoardDates.builtIn();

    @Override
    public String id() {
        return "epoch-benchmarking-hub";
    }

    @Override
    public String version() {
        return "1";
    }

    /// Rows of boards whose copies have no days.
    @Override
    public boolean isUndated() {
        return true;
    }

    @Override
    public Layout layout() {
        List<Part> parts = new ArrayList<>();
        parts.add(Layout.needed(HubRuns.FILE, Format.CSV));
        parts.add(Layout.needed(ModelVersions.FILE, Format.CSV));
        for (HubBoard board : HubBoard.values()) {
            parts.add(Layout.optional(board.file(), Format.CSV));
        }
        return new Layout.Named(parts);
    }

    @Override
    public Mapped map(Delivery delivery) throws DriftException {
        Fetched versionsFile = delivery.needed(ModelVersions.FILE);
        ModelVersions versions = ModelVersions.of(versionsFile);
        Mapping mapping = new Mapping();
        new HubRuns(this, names, versions)
                .read(joined(delivery.needed(HubRuns.FILE), versionsFile), mapping);
        for (HubBoard board : HubBoard.values()) {
            Optional<Fetched> file = delivery.part(board.file());
            if (file.isPresent()) {
                BoardRows rows = new BoardRows(this, board, names(board), versions, dates);
                mapping.file(
                        board.dated() == HubBoard.Dated.BY_COPY
                                ? file.get()
                                : joined(file.get(), versionsFile),
                        it -> rows.read(it, mapping));
            }
        }
        return mapping.mapped();
    }

    private Aliases names(HubBoard board) {
        return switch (board) {
            case METR -> copiedHorizons;
            case GSO -> copiedModels;
            default -> names;
        };
    }

    /// A file whose rows take their dates from another is stated when the later of the two was.
    private static Fetched joined(Fetched file, Fetched other) {
        Instant later =
                other.statedAt().isAfter(file.statedAt()) ? other.statedAt() : file.statedAt();
        return file.stated(later);
    }

    /// A cell that is the address of a page.
    static Optional<String> link(String cell) {
        return cell.startsWith("https://") || cell.startsWith("http://")
                ? Optional.of(cell)
                : Optional.empty();
    }
}
