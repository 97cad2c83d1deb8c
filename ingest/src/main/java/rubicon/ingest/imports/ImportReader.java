package rubicon.ingest.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import rubicon.ingest.catalogue.CatalogueService;
import rubicon.ingest.chronicle.EntryCheck;
import rubicon.ingest.intake.EventIds;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.intake.Imported;
import rubicon.ingest.intake.OutcomeService;
import rubicon.ingest.source.Completion;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.HandedIn;
import rubicon.ingest.source.ImportedNames;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.RowReader;
import rubicon.ingest.source.Source;
import rubicon.ingest.source.Sources;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.chronicle.CheckedEntry;
import rubicon.model.evalrun.EvalRunCheck;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.ObservationCheck;
import rubicon.model.ledger.RetractionCheck;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ChroniclePayload;
import rubicon.model.wire.EvalRunPayload;
import rubicon.model.wire.EventType;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

/// Reads a file that was handed in and checks what it says, as the ledger's door will. The same
/// file of the same import always makes the same events.
@ApplicationScoped
class ImportReader {
    private static final int LARGEST_UPSTREAM_FILE = 32 << 20;

    private final Sources sources;
    private final CatalogueService catalogue;
    private final OutcomeService ledger;
    private final ImportedNames names;
    private final InstantSource time;

    ImportReader(
            Sources sources,
            CatalogueService catalogue,
            OutcomeService ledger,
            ImportedNames names,
            InstantSource time) {
        this.names = names;
        this.sources = sources;
        this.catalogue = catalogue;
        this.ledger = ledger;
        this.time = time;
    }

    /// Reads a file to its end. A row-wise format holds one row at a time; another one the file.
    ///
    /// @throws DriftException if it is not of its format at all
    void read(ImportPayload job, InputStream file, Rows rows)
            throws IOException, DriftException, InterruptedException {
        Connector connector = sources.connector(job.format()).orElseThrow();
        Check check = new Check(catalogue.current(), job.createdBy(), time.instant(), rows);
        if (connector instanceof RowReader reader) {
            Fetched origin = origin(job, job.format(), new byte[0]);
            try {
                reader.read(file, row -> take(row, reader, origin, check));
            } catch (Stopped e) {
                throw e.cause;
            }
        } else {
            byte[] bytes = file.readNBytes(LARGEST_UPSTREAM_FILE + 1);
            if (bytes.length > LARGEST_UPSTREAM_FILE) {
                throw new DriftException(
                        "the file is larger than %d bytes".formatted(LARGEST_UPSTREAM_FILE));
            }
            Source source = sources.find(String.valueOf(job.source())).orElseThrow();
            HandedIn read = HandedIn.read(source, origin(job, source.id(), bytes), ledger);
            for (Mapped.Refused it : read.refused()) {
                rows.bad(fault(0, it.violation()));
            }
            rows.passedOver(read.unread(), read.passedOver());
            if (job.state() == ImportState.PUBLISHING) {
                names.found(source.id(), read, job.createdAt());
            }
            long number = 0;
            for (Outgoing event : read.events()) {
                check.take(++number, event);
            }
        }
    }

    private static Fetched origin(ImportPayload job, String source, byte[] payload) {
        return new Fetched(
                source,
                "",
                "import:" + job.name(),
                job.createdAt(),
                job.createdAt(),
                String.valueOf(job.sha256()),
                job.id(),
                payload);
    }

    private static void take(RowReader.Row row, RowReader reader, Fetched origin, Check check) {
        try {
            switch (row) {
                case RowReader.Refused it -> check.refuse(it.number(), it.violation());
                case RowReader.Unknown it ->
                        check.refuse(it.number(), new Violation(it.field(), "is not known"));
                case RowReader.Reported it -> check.take(it.number(), event(it, reader, origin));
            }
        } catch (InterruptedException e) {
            throw new Stopped(e);
        }
    }

    private static Outgoing event(RowReader.Reported row, RowReader reader, Fetched origin) {
        ObservationPayload it = Completion.of(row.observation(), reader, origin);
        Instant statedAt = it.statedAt() == null ? origin.statedAt() : it.statedAt();
        return new Outgoing(
                new EventKey(Imported.ORIGIN, EventIds.of(it, statedAt)),
                EventType.OBSERVATION_REPORTED,
                statedAt,
                String.valueOf(it.indicator()),
                it);
    }

    private static RowFaultPayload fault(long row, Violation it) {
        return new RowFaultPayload(row, it.field(), it.message());
    }

    /// The door of the ledger.
    ///
    /// @param by who handed the file in
    private record Check(
            ObservationCheck observations,
            RetractionCheck retractions,
            EvalRunCheck runs,
            String by,
            Instant now,
            Rows rows) {
        Check(Catalogue catalogue, String by, Instant now, Rows rows) {
            this(
                    new ObservationCheck(catalogue, "statedAt"),
                    new RetractionCheck(catalogue),
                    new EvalRunCheck("statedAt"),
                    by,
                    now,
                    rows);
        }

        void refuse(long number, Violation violation) {
            rows.bad(fault(number, violation));
        }

        void take(long number, Outgoing event) throws InterruptedException {
            Outgoing imported =
                    new Outgoing(
                            new EventKey(Imported.ORIGIN, event.key().id()),
                            event.type(),
                            event.time(),
                            event.recordKey(),
                            event.data());
            switch (event.data()) {
                case ObservationPayload it -> {
                    if (isSignedForAnother(it)) {
                        refuse(number, new Violation("confirmed", whoMaySign()));
                        return;
                    }
                    switch (observations.check(it, event.time(), now)) {
                        case ObservationCheck.Valid(var observation) ->
                                rows.good(number, imported, Optional.of(observation));
                        case ObservationCheck.Refused(var violations) -> refuse(number, violations);
                    }
                }
                case RetractionPayload it -> {
                    switch (retractions.check(it, event.time(), now)) {
                        case RetractionCheck.Valid _ ->
                                rows.good(number, imported, Optional.empty());
                        case RetractionCheck.Refused(var violations) -> refuse(number, violations);
                    }
                }
                case ChroniclePayload it -> {
                    switch (EntryCheck.check(it, event.time(), now)) {
                        case CheckedEntry.Valid<ChroniclePayload> _ ->
                                rows.good(number, imported, Optional.empty());
                        case CheckedEntry.Refused<ChroniclePayload>(var violations) ->
                                refuse(number, violations);
                    }
                }
                case EvalRunPayload it -> {
                    switch (runs.check(it, event.time(), now)) {
                        case EvalRunCheck.Valid _ -> rows.good(number, imported, Optional.empty());
                        case EvalRunCheck.Refused(var violations) -> refuse(number, violations);
                    }
                }
                default -> throw new IllegalStateException("no event says " + event.data());
            }
        }

        private boolean isSignedForAnother(ObservationPayload it) {
            String confirmed = it.confirmed();
            return confirmed != null
                    && !confirmed.isBlank()
                    && (by.equals(DropFolder.NOBODY) || !confirmed.startsWith(by + ": "));
        }

        private String whoMaySign() {
            return by.equals(DropFolder.NOBODY)
                    ? "is not taken from the drop folder: nobody is known to vouch for it"
                    : "must begin with '%s: ', who handed the file in".formatted(by);
        }

        private void refuse(long number, List<Violation> violations) {
            violations.forEach(it -> refuse(number, it));
        }
    }

    /// Carries an interruption through a callback that knows none.
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final InterruptedException cause;

        Stopped(InterruptedException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
