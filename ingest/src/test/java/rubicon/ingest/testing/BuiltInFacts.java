package rubicon.ingest.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import rubicon.ingest.intake.EventIds;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.facts.FactsConnector;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.KnowledgeTime;
import rubicon.model.ledger.ObservationCheck;
import rubicon.model.ledger.ObservationCheck.Valid;
import rubicon.model.ledger.Revision;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.RetractionReason;
import rubicon.model.wire.ObservationPayload;
import rubicon.model.wire.RetractionPayload;

/// The facts that come with Rubicon, as a ledger holds them.
public final class BuiltInFacts {
    /// After all that they say.
    public static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private BuiltInFacts() {}

    /// The files, by their names on the class path.
    public static SortedMap<String, Mapped> files() {
        URL folder = Objects.requireNonNull(FactsConnector.class.getResource("/facts"));
        SortedMap<String, Mapped> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(Path.of(folder.toURI()))) {
            for (Path path : all.toList()) {
                String file = "/facts/" + path.getFileName();
                files.put(
                        file,
                        new FactsConnector()
                                .map(
                                        new Fetched(
                                                "f",
                                                "",
                                                file,
                                                NOW,
                                                NOW,
                                                "s",
                                                "r",
                                                resource(file))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | DriftException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    /// What is said of each indicator, recorded when the world could know it, and in that order.
    public static SortedMap<IndicatorId, List<Statement>> statements(Catalogue catalogue) {
        ObservationCheck check = new ObservationCheck(catalogue);
        SortedMap<IndicatorId, List<Statement>> byIndicator = new TreeMap<>();
        for (Mapped mapped : files().values()) {
            for (ObservationPayload row : mapped.observations()) {
                Instant statedAt = Objects.requireNonNull(row.statedAt());
                if (check.check(row, statedAt, NOW) instanceof Valid(var it)) {
                    add(
                            byIndicator,
                            EventIds.of(row, statedAt),
                            it.key(),
                            statedAt,
                            new Content.Reported(it));
                }
            }
            for (Mapped.Withdrawal it : mapped.withdrawals()) {
                RetractionPayload row = it.retraction();
                add(
                        byIndicator,
                        EventIds.of(row, it.statedAt()),
                        new ObservationKey(
                                Objects.requireNonNull(row.source()),
                                new IndicatorId(Objects.requireNonNull(row.indicator())),
                                Objects.requireNonNull(row.externalId())),
                        it.statedAt(),
                        new Content.Retracted(
                                RetractionReason.valueOf(Objects.requireNonNull(row.reason())),
                                row.text()));
            }
        }
        byIndicator.replaceAll((_, statements) -> asKnown(statements));
        return byIndicator;
    }

    private static List<Statement> asKnown(List<Statement> statements) {
        List<Statement> known = new ArrayList<>();
        for (History history : IndicatorLedger.of(statements).histories()) {
            for (Revision it : history.revisions()) {
                Statement said = it.statement();
                known.add(
                        new Statement(
                                said.id(),
                                said.event(),
                                said.key(),
                                said.statedAt(),
                                KnowledgeTime.of(it),
                                said.content()));
            }
        }
        known.sort(Comparator.comparing(Statement::recordedAt).thenComparing(Statement.ORDER));
        return known;
    }

    private static void add(
            SortedMap<IndicatorId, List<Statement>> byIndicator,
            String event,
            ObservationKey key,
            Instant statedAt,
            Content content) {
        byIndicator
                .computeIfAbsent(key.indicator(), _ -> new ArrayList<>())
                .add(
                        new Statement(
                                event, new EventKey("facts", event), key, statedAt, NOW, content));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = FactsConnector.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
