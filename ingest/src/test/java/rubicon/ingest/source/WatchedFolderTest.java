package rubicon.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.ingest.source.plain.JsonlObservations;

/// A local folder as the address of a source whose connector reads single files.
class WatchedFolderTest {
    private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");

    private final Connector connector = new JsonlObservations();
    private final SourceConfig config = Samples.config(Map.of());
    private final Fetcher fetcher = new Fetcher(config, () -> NOW, "test");
    private final SourceFiles files = new SourceFiles(fetcher, config, () -> NOW);

    @TempDir Path folder;

    @AfterEach
    void close() {
        fetcher.close();
    }

    @Test
    void allFilesOfTheFormatAreReadTogether_OthersAreLeft() throws Exception {
        write("b.jsonl", "b");
        write("run 1/a.jsonl", "a");
        write("notes.txt", "c");
        write(".hidden.jsonl", "d");
        SourceFiles.Fetch fetch = fetch();
        assertThat(fetch.delivery().parts())
                .map(Fetched::path)
                .containsExactly("b.jsonl", "run 1/a.jsonl");
        assertThat(connector.map(fetch.delivery()).observations())
                .map(it -> String.valueOf(it.externalId()))
                .containsExactly("b", "a");
    }

    @Test
    void fileThatCannotBeReadIsNamedAndHindersNoOther_ItsRowsAreNotGone() throws Exception {
        write("a.jsonl", "a");
        write("b.jsonl", "b");
        SourceFiles.Fetch before = fetch();
        write("a.jsonl", "c");
        Files.write(folder.resolve("b.jsonl"), new byte[] {(byte) 0xff, 1, 2});
        SourceFiles.Fetch all = fetch(before.standings());

        Mapped mapped = connector.map(all.delivery());
        assertThat(mapped.observations()).map(it -> it.externalId()).containsExactly("c");
        assertThat(mapped.drift().orElseThrow())
                .hasMessage("b.jsonl: the payload is no text in UTF-8");

        SourceFiles.Fetch read = all.without(mapped.drifted().keySet(), before.standings());
        assertThat(read.delivery().parts()).map(Fetched::path).containsExactly("a.jsonl");
        assertThat(standing(read, "a.jsonl")).isEqualTo(standing(all, "a.jsonl"));
        assertThat(standing(read, "b.jsonl")).isEqualTo(standing(before, "b.jsonl"));
    }

    private static PartStanding standing(SourceFiles.Fetch fetch, String path) {
        return fetch.standings().stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whereNoFileCanBeReadNothingIs() throws Exception {
        Files.write(folder.resolve("b.jsonl"), new byte[] {(byte) 0xff, 1, 2});
        Delivery delivery = fetch().delivery();
        assertThatThrownBy(() -> connector.map(delivery))
                .isInstanceOf(DriftException.class)
                .hasMessage("b.jsonl: the payload is no text in UTF-8");
    }

    @Test
    void whatOtherRulesReadOfTheSameFileIsStatedLater() throws Exception {
        write("a.jsonl", "a");
        SourceFiles.Fetch first = fetch();
        SourceFiles.Fetch again = fetch(first.standings());
        List<PartStanding> emptied = again.standings().stream().map(PartStanding::emptied).toList();
        SourceFiles.Fetch anew = fetch(emptied);
        SourceFiles.Fetch afterwards = fetch(anew.standings());
        assertThat(statedAt(again)).isEqualTo(statedAt(first));
        assertThat(statedAt(anew)).isEqualTo(statedAt(first).plus(1, ChronoUnit.MICROS));
        assertThat(statedAt(afterwards)).isEqualTo(statedAt(anew));
    }

    /// Its address and the names that it knows changed at once: what other rules read of the same
    /// file at the other address, whatever it is called there, counts.
    @Test
    void whatIsReadAtAnotherAddressIsStatedLater() throws Exception {
        write("a.jsonl", "a");
        Instant before = statedAt(fetch());
        Instant later = before.plusSeconds(60);
        assertThat(statedAt(fetch(List.of(), Optional.of(later))))
                .isEqualTo(later.plus(1, ChronoUnit.MICROS));
        assertThat(statedAt(fetch(List.of(), Optional.of(before.minusSeconds(60)))))
                .isEqualTo(before);
    }

    private static Instant statedAt(SourceFiles.Fetch fetch) {
        return fetch.delivery().only().statedAt();
    }

    @Test
    void emptyFolderHoldsNothingToRead() {
        assertThat(catchThrowableOfType(UpstreamException.class, this::fetch))
                .hasMessageContaining("holds no file to read");
    }

    private SourceFiles.Fetch fetch() throws UpstreamException, InterruptedException {
        return fetch(List.of());
    }

    private SourceFiles.Fetch fetch(List<PartStanding> before)
            throws UpstreamException, InterruptedException {
        return fetch(before, Optional.empty());
    }

    /// Without asking whether it changed.
    private SourceFiles.Fetch fetch(List<PartStanding> before, Optional<Instant> elsewhere)
            throws UpstreamException, InterruptedException {
        Source source =
                new Source(
                        "watched",
                        connector,
                        folder.toUri(),
                        Duration.ofHours(1),
                        true,
                        false,
                        Map.of());
        List<PartStanding> asked = before.stream().map(PartStanding::askedAnew).toList();
        return files.fetch(source, asked, elsewhere, "run-1", Retry.NONE).orElseThrow();
    }

    private void write(String name, String key) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                {"externalId": "%s", "indicator": "metr-horizon-p50", "subject": {"model": "M"}, \
                "value": 1, "observedOn": "2026-01-05"}
                """
                        .formatted(key));
    }
}
