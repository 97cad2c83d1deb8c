package rubicon.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import rubicon.ingest.source.format.RowFault;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

/// Collects what a connector reads, row by row.
public final class Mapping {
    private final List<ObservationPayload> observations = new ArrayList<>();
    private final List<ChroniclePayload> entries = new ArrayList<>();
    private final List<EvalRunPayload> runs = new ArrayList<>();
    private final List<Mapped.Withdrawal> withdrawals = new ArrayList<>();
    private final List<Mapped.Refused> refused = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();
    private final SortedMap<String, String> drifted = new TreeMap<>();

    /// Reads one row.
    @FunctionalInterface
    public interface RowWork {
        void read() throws RowFault;
    }

    /// Reads a row; a fault of it is noted and hinders no other.
    ///
    /// @param externalId the upstream's key of the row
    /// @param path of the row in the file, for the message, such as `results.12`
    public void row(String externalId, String path, RowWork work) {
        try {
            work.read();
        } catch (RowFault e) {
            String field = path.isEmpty() ? e.field() : path + "." + e.field();
            refuse(externalId, new Violation(field, e.reason()));
        }
    }

    /// Says that a row cannot be read.
    ///
    /// @param violation with the field's path in the file
    public void refuse(String externalId, Violation violation) {
        refused.add(new Mapped.Refused(externalId, violation));
    }

    /// Says what is there and is not read, in words.
    public void passOver(String what) {
        passedOver.add(what);
    }

    public void add(ObservationPayload observation) {
        observations.add(observation);
    }

    public void add(Report report) {
        add(report.build());
    }

    public void add(ChroniclePayload entry) {
        entries.add(entry);
    }

    public void add(EvalRunPayload run) {
        runs.add(run);
    }

    /// Says that a row is void.
    ///
    /// @param reason `CONTAMINATION`, `GRADER_FAULT`, `WRONG_UNIT`, `WITHDRAWN` or `DUPLICATE`
    public void retract(
            Fetched file, String indicator, String externalId, String reason, String text) {
        withdrawals.add(
                new Mapped.Withdrawal(
                        new RetractionPayload(file.source(), indicator, externalId, reason, text),
                        file.statedAt()));
    }

    /// Reads a file.
    @FunctionalInterface
    public interface FileWork {
        void read(Fetched file) throws DriftException;
    }

    /// Reads the files of a delivery, as [#file] does.
    public void files(Delivery delivery, FileWork work) throws DriftException {
        for (Fetched file : delivery.parts()) {
            file(file, work);
        }
    }

    /// Reads one of several files that have nothing to do with each other. If it is not of the
    /// format, that is noted; nothing of it is taken, and it hinders no other.
    ///
    /// @throws DriftException if it is the one file of a source
    public void file(Fetched file, FileWork work) throws DriftException {
        List<List<?>> taken =
                List.of(observations, entries, runs, withdrawals, refused, passedOver);
        List<Integer> sizes = taken.stream().map(List::size).toList();
        try {
            work.read(file);
        } catch (DriftException e) {
            if (file.path().isEmpty()) {
                throw e;
            }
            for (int i = 0; i < sizes.size(); i++) {
                taken.get(i).subList(sizes.get(i), taken.get(i).size()).clear();
            }
            drifted.put(file.path(), String.valueOf(e.getMessage()));
        }
    }

    /// What was read, which may be nothing. Of rows that have one key and say different things the
    /// first counts, and the others are refused.
    public Mapped all() {
        List<Mapped.Refused> all = new ArrayList<>(refused);
        Consumer<String> twice = it -> all.add(new Mapped.Refused(it, Twice.REASON));
        return new Mapped(
                Twice.results(observations, twice),
                withdrawals,
                entries,
                Twice.runs(runs, twice),
                all,
                passedOver,
                drifted);
    }

    /// What was read.
    ///
    /// @throws DriftException if no row could be read
    public Mapped mapped() throws DriftException {
        if (observations.isEmpty()
                && entries.isEmpty()
                && runs.isEmpty()
                && withdrawals.isEmpty()) {
            Optional<DriftException> drift = all().drift();
            if (drift.isPresent()) {
                throw drift.get();
            }
            Optional<Mapped.Refused> first = refused.stream().findFirst();
            if (first.isPresent()) {
                throw new DriftException(
                        "no row can be read: %s %s"
                                .formatted(
                                        first.get().violation().field(),
                                        first.get().violation().message()));
            }
            throw new DriftException("there is no row");
        }
        return all();
    }
}
