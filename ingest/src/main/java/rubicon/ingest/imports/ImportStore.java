package rubicon.ingest.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.intake.Imported;
import rubicon.ingest.platform.Digests;
import rubicon.ingest.platform.Tracing;
import rubicon.model.ledger.Decision;

/// Keeps files that come in, and where each import stands. Every step is a transaction of its own,
/// so that a process that ends in the middle leaves the last step behind.
@ApplicationScoped
class ImportStore {
    private static final int PIECE = 1 << 20;
    private static final Duration FORGOTTEN = Duration.ofHours(6);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int MANY_ATTEMPTS = 5;

    private final ImportRepository imports;
    private final InstantSource time;
    private final Tracing tracing;

    ImportStore(ImportRepository imports, InstantSource time, Tracing tracing) {
        this.imports = imports;
        this.time = time;
        this.tracing = tracing;
    }

    /// Takes a file in, piece by piece.
    ///
    /// @throws IOException if it does not come in whole; nothing is left of it then
    ImportPayload receive(ImportForms.Form form, String name, String by, InputStream file)
            throws IOException {
        UUID id = begin(form, name, by);
        try {
            MessageDigest digest = Digests.sha256();
            InputStream in = new DigestInputStream(file, digest);
            long bytes = 0;
            byte[] piece = in.readNBytes(PIECE);
            for (int number = 0; piece.length > 0; number++) {
                add(id, number, piece);
                bytes += piece.length;
                piece = in.readNBytes(PIECE);
            }
            long size = bytes;
            return change(
                    id,
                    it -> {
                        it.bytes = size;
                        it.sha256 = HexFormat.of().formatHex(digest.digest());
                        it.state = ImportState.VALIDATING.name();
                    });
        } catch (IOException | RuntimeException e) {
            QuarkusTransaction.requiringNew().run(() -> imports.deleteById(id));
            throw e;
        }
    }

    @Transactional
    Optional<ImportPayload> find(UUID id) {
        return imports.findByIdOptional(id).map(ImportPayload::of);
    }

    @Transactional
    List<ImportPayload> newest(int limit) {
        return imports.newest(limit).stream().map(ImportPayload::of).toList();
    }

    /// Those that somebody has to go on with now, oldest first.
    @Transactional
    List<UUID> open() {
        return imports.open(now());
    }

    /// Headers that tell what handed an import in.
    @Transactional
    Map<String, String> trace(UUID id) {
        return imports.findByIdOptional(id).orElseThrow().trace;
    }

    /// Forgets files that stopped coming in.
    @Transactional
    void forgetAbandoned() {
        imports.deleteReceivingSince(now().minus(FORGOTTEN));
    }

    /// By partition, the offset after the last event of an import.
    @Transactional
    Map<String, Long> offsets(UUID id) {
        return imports.findByIdOptional(id).orElseThrow().offsets;
    }

    /// Goes on with an import. Whatever ends this attempt, and be it the process, the next one
    /// comes later each time, until the import comes any farther.
    ImportPayload attempt(UUID id) {
        return change(
                id,
                it -> {
                    it.attempts++;
                    long seconds = 1L << Math.min(it.attempts, 30);
                    Duration pause = Duration.ofSeconds(seconds);
                    it.retryAt =
                            now().plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
                    if (it.attempts > MANY_ATTEMPTS && it.problem == null) {
                        it.problem =
                                "%d attempts to go on with it ended with the process that made them"
                                        .formatted(it.attempts - 1);
                    }
                });
    }

    /// What failed is ours: the import waits, and says so.
    void failed(UUID id, String problem) {
        change(id, it -> it.problem = problem);
    }

    private static void comesFarther(ImportEntity it) {
        it.attempts = 0;
        it.problem = null;
        it.retryAt = null;
    }

    /// Goes on with publishing on this Kafka. What another one was given is not there: the ledger
    /// may have been restored, or Kafka was lost. Then all rows go out again, and those that the
    /// ledger has already change nothing.
    ///
    /// @param cluster id of the Kafka that is there
    ImportPayload publishOn(UUID id, String cluster) {
        return change(
                id,
                it -> {
                    if (!cluster.equals(it.kafka)) {
                        it.kafka = cluster;
                        it.published = 0;
                        it.offsets = Map.of();
                        it.faults = 0;
                        it.report = List.of();
                    }
                });
    }

    /// When the oldest import came in that is neither done nor rejected; empty if there is none.
    @Transactional
    Optional<Instant> oldestOpen() {
        return imports.oldestOpen();
    }

    /// Ids of the indicators that its rows speak of.
    @Transactional
    List<String> indicators(UUID id) {
        return Stream.of(imports.findByIdOptional(id).orElseThrow().indicators).toList();
    }

    /// Ids of the indicators that more rows are to come to.
    ///
    /// @param but an import that is not asked about; null for none
    @Transactional
    Set<String> coming(@Nullable UUID but) {
        return imports.publishing().stream()
                .filter(it -> !it.id.equals(but))
                .flatMap(it -> Stream.of(it.indicators))
                .collect(Collectors.toSet());
    }

    /// The file, from its beginning.
    InputStream file(UUID id) {
        return new PieceStream(
                number -> QuarkusTransaction.requiringNew().call(() -> imports.piece(id, number)));
    }

    void looked(UUID id, long rows) {
        change(id, it -> it.rows = rows);
    }

    /// A row is at fault: nothing is published.
    void reject(UUID id, long rows, long faults, List<RowFaultPayload> report) {
        finish(
                id,
                ImportState.REJECTED,
                it -> {
                    it.rows = rows;
                    it.faults = faults;
                    it.report = List.copyOf(report);
                });
    }

    /// Every row is sound.
    void accept(UUID id, long rows, Collection<String> indicators, Checking.Held held) {
        change(
                id,
                it -> {
                    it.rows = rows;
                    it.observations = held.observations();
                    it.evalRuns = held.evalRuns();
                    it.unread = held.unread();
                    it.passedOver = held.passedOver();
                    it.indicators = indicators.toArray(String[]::new);
                    it.state = ImportState.PUBLISHING.name();
                    comesFarther(it);
                });
    }

    /// @param offsets by partition, the offset after the last event so far
    /// @param faults of rows up to there that were not published after all
    void published(UUID id, long rows, Map<String, Long> offsets, List<RowFaultPayload> faults) {
        change(
                id,
                it -> {
                    it.published = rows;
                    it.offsets = Map.copyOf(offsets);
                    report(it, faults);
                    comesFarther(it);
                });
    }

    private static void report(ImportEntity it, List<RowFaultPayload> more) {
        it.faults += more.size();
        it.report =
                Stream.concat(it.report.stream(), more.stream())
                        .limit(Checking.LONGEST_REPORT)
                        .toList();
    }

    /// All of it is handled.
    ///
    /// @param faults of its last rows, which were sound when they were checked and were not any
    ///   more
    /// @param outcomes by what they did in the ledger, how many rows
    void done(UUID id, List<RowFaultPayload> faults, Map<String, Long> outcomes) {
        finish(
                id,
                ImportState.DONE,
                it -> {
                    report(it, faults);
                    it.outcomes = Map.copyOf(outcomes);
                });
    }

    /// By what they did in the ledger, how many rows; without those that were there before.
    @Transactional
    Map<String, Long> news(UUID id) {
        return imports.outcomes(
                id, Imported.ORIGIN, imports.findByIdOptional(id).orElseThrow().indicators);
    }

    /// What each of these statements did for an import; those that are not there are left out.
    @Transactional
    Map<UUID, Decision> decisions(UUID id, List<UUID> statements) {
        return imports.decisions(imports.findByIdOptional(id).orElseThrow(), statements);
    }

    private void finish(UUID id, ImportState state, Consumer<ImportEntity> change) {
        change(
                id,
                it -> {
                    change.accept(it);
                    it.state = state.name();
                    it.finishedAt = now();
                    comesFarther(it);
                    imports.deletePieces(id);
                });
    }

    private ImportPayload change(UUID id, Consumer<ImportEntity> change) {
        return QuarkusTransaction.requiringNew()
                .call(() -> {
                    ImportEntity it = imports.findByIdOptional(id).orElseThrow();
                    change.accept(it);
                    return ImportPayload.of(it);
                });
    }

    private UUID begin(ImportForms.Form form, String name, String by) {
        ImportEntity job = new ImportEntity();
        job.id = UUID.randomUUID();
        job.format = form.format();
        job.source = form.source();
        job.name = name;
        job.state = ImportState.RECEIVING.name();
        job.createdAt = now();
        job.createdBy = by;
        job.trace = tracing.headers();
        QuarkusTransaction.requiringNew().run(() -> imports.persist(job));
        return job.id;
    }

    private void add(UUID id, int number, byte[] piece) {
        QuarkusTransaction.requiringNew().run(() -> imports.addPiece(id, number, piece));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
