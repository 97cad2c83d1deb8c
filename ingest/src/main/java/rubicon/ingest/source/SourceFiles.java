package rubicon.ingest.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.Layout.Part;

/// Fetches the files of a source, asking for each only if it changed. If one of them did, all are
/// fetched, because their connector maps them together.
@ApplicationScoped
class SourceFiles {
    private static final Logger LOG = Logger.getLogger(SourceFiles.class);
    private static final int DEEPEST = 5;
    private static final int MOST_FILES = 1_000;

    private final Fetcher fetcher;
    private final SourceConfig config;
    private final InstantSource time;

    SourceFiles(Fetcher fetcher, SourceConfig config, InstantSource time) {
        this.fetcher = fetcher;
        this.config = config;
        this.time = time;
    }

    /// The files of a source, as they were fetched.
    ///
    /// @param standings what to remember of each, and of those that were there once
    record Fetch(Delivery delivery, List<PartStanding> standings) {
        Fetch {
            standings = List.copyOf(standings);
        }

        /// Whether one of them is an old copy, that had been stated before another one was.
        boolean isStale() {
            return standings.stream().anyMatch(it -> it.statedAt().isBefore(it.newestStatedAt()));
        }

        /// Without these files, of which remains what was known before.
        ///
        /// @param before what is known of the files that its connector read last
        Fetch without(Set<String> paths, List<PartStanding> before) {
            return paths.isEmpty()
                    ? this
                    : new Fetch(
                            delivery.without(paths),
                            Stream.concat(
                                            standings.stream()
                                                    .filter(it -> !paths.contains(it.path())),
                                            before.stream().filter(it -> paths.contains(it.path())))
                                    .toList());
        }

        /// Where its rows stand.
        RowFiles rowFiles() {
            return RowFiles.of(
                    delivery,
                    standings.stream()
                            .filter(PartStanding::isMissing)
                            .map(PartStanding::path)
                            .toList());
        }
    }

    /// The source's files; empty if none changed since.
    ///
    /// @param before what is known of the files that its connector read last
    /// @param elsewhere when the newest of what another address held was stated
    Optional<Fetch> fetch(
            Source source,
            List<PartStanding> before,
            Optional<Instant> elsewhere,
            String run,
            Retry retry)
            throws UpstreamException, InterruptedException {
        Map<Part, URI> files = files(source);
        Map<Part, Fetcher.Content> contents = new LinkedHashMap<>();
        List<Part> notModified = new ArrayList<>();
        String absence = "no file is named";
        for (var file : files.entrySet()) {
            Validators known =
                    standing(before, file.getKey())
                            .map(PartStanding::validators)
                            .orElse(Validators.NONE);
            switch (ask(source, file.getKey(), file.getValue(), known, retry)) {
                case Fetcher.Content content -> contents.put(file.getKey(), content);
                case Fetcher.NotModified _ -> notModified.add(file.getKey());
                case Fetcher.Absent(String reason) -> absence = reason;
            }
        }
        if (contents.isEmpty() && notModified.isEmpty()) {
            throw UpstreamException.absent(
                    "%s holds no file to read: %s".formatted(source.url(), absence));
        }
        boolean sameFiles =
                contents.size() + notModified.size()
                        == before.stream().filter(it -> it.gone() == null).count();
        if (contents.isEmpty() && sameFiles) {
            return Optional.empty();
        }
        for (var file : files.entrySet()) {
            if (notModified.contains(file.getKey())
                    && ask(source, file.getKey(), file.getValue(), Validators.NONE, retry)
                            instanceof Fetcher.Content content) {
                contents.put(file.getKey(), content);
            }
        }
        return Optional.of(fetch(source, files, contents, before, elsewhere, run));
    }

    private Fetch fetch(
            Source source,
            Map<Part, URI> files,
            Map<Part, Fetcher.Content> contents,
            List<PartStanding> before,
            Optional<Instant> elsewhere,
            String run)
            throws UpstreamException {
        Instant retrievedAt = time.instant().truncatedTo(ChronoUnit.MICROS);
        List<Fetched> parts = new ArrayList<>();
        List<PartStanding> standings = new ArrayList<>();
        long total = 0;
        for (var file : files.entrySet()) {
            Part part = file.getKey();
            Fetcher.Content content = contents.get(part);
            PartStanding last = standing(before, part).orElse(null);
            if (content == null) {
                if (last != null) {
                    standings.add(last.goneAt(retrievedAt));
                }
                continue;
            }
            total += content.payload().length;
            if (total > config.maxBytes()) {
                throw UpstreamException.lasting(
                        "the files of %s are together larger than %d bytes"
                                .formatted(source.url(), config.maxBytes()));
            }
            String sha256 = Payloads.sha256(content.payload());
            Instant statedAt = statedAt(content, sha256, last, elsewhere, retrievedAt);
            parts.add(
                    new Fetched(
                            source.id(),
                            part.path(),
                            file.getValue().toString(),
                            retrievedAt,
                            statedAt,
                            sha256,
                            run,
                            content.payload()));
            standings.add(
                    new PartStanding(
                            part.path(),
                            content.etag(),
                            content.lastModified(),
                            sha256,
                            statedAt,
                            (last == null ? PartStanding.FRESH : last)
                                    .with(content.modifiedAt(), sha256, statedAt),
                            null));
        }
        return new Fetch(new Delivery(source.options(), parts), standings);
    }

    private static Instant statedAt(
            Fetcher.Content content,
            String sha256,
            @Nullable PartStanding before,
            Optional<Instant> elsewhere,
            Instant retrievedAt) {
        if (before != null && before.sha256().equals(sha256)) {
            return before.statedAt();
        }
        if (before == null || before.isReadAnew()) {
            // What was read by other rules, or at another address: of two readings the later one
            // counts.
            Instant stated =
                    SyncPlan.statedAt(content.modifiedAt().orElse(null), null, retrievedAt);
            return (before == null ? elsewhere : Optional.of(before.statedAt()))
                    .map(it -> it.plus(1, ChronoUnit.MICROS))
                    .filter(stated::isBefore)
                    .orElse(stated);
        }
        return content.modifiedAt()
                .flatMap(it -> before.statedBefore(it, sha256))
                .orElseGet(() ->
                        SyncPlan.statedAt(
                                content.modifiedAt().orElse(null),
                                before.newestStatedAt(),
                                retrievedAt));
    }

    /// Asks for a file, again and again while that may help.
    private Fetcher.Answer ask(Source source, Part part, URI url, Validators known, Retry retry)
            throws UpstreamException, InterruptedException {
        for (int failed = 1; ; failed++) {
            try {
                return fetcher.fetch(url, known);
            } catch (UpstreamException e) {
                if (e.isAbsence() && !part.needed()) {
                    return new Fetcher.Absent(e.reason());
                }
                Optional<Duration> pause =
                        retry.pause(failed, e, ThreadLocalRandom.current().nextDouble());
                if (pause.isEmpty()) {
                    throw e;
                }
                LOG.infof(
                        "Source asked again later source=%s pause=%s error=%s",
                        source.id(), pause.get(), e.getMessage());
                Thread.sleep(pause.get());
            }
        }
    }

    private static Map<Part, URI> files(Source source) throws UpstreamException {
        Map<Part, URI> files = new LinkedHashMap<>();
        switch (source.connector().layout()) {
            case Layout.Single(Layout.Format format) -> {
                if (isFolder(source.url())) {
                    files.putAll(inFolder(Path.of(source.url()), format));
                } else {
                    files.put(Layout.needed("", format), source.url());
                }
            }
            case Layout.Named(List<Part> parts) ->
                    parts.forEach(it -> files.put(it, below(source.url(), it.path())));
        }
        return files;
    }

    private static boolean isFolder(URI url) {
        try {
            return "file".equalsIgnoreCase(url.getScheme()) && Files.isDirectory(Path.of(url));
        } catch (IllegalArgumentException e) {
            return false; // told when it is fetched
        }
    }

    /// The files of a folder that people or programs drop results into, by name.
    private static Map<Part, URI> inFolder(Path folder, Layout.Format format)
            throws UpstreamException {
        Map<Part, URI> files = new LinkedHashMap<>();
        try (Stream<Path> found =
                Files.find(
                        folder,
                        DEEPEST,
                        (path, it) ->
                                it.isRegularFile() && format.isOf(path.getFileName().toString()))) {
            for (Path path : found.sorted().limit(MOST_FILES + 1L).toList()) {
                String name = folder.relativize(path).toString().replace(File.separatorChar, '/');
                files.put(Layout.optional(name, format), path.toUri());
            }
        } catch (IOException | UncheckedIOException e) {
            throw UpstreamException.passing(
                    "%s cannot be listed: %s".formatted(folder, e.getMessage()));
        }
        if (files.size() > MOST_FILES) {
            throw UpstreamException.lasting(
                    "%s holds more than %d files".formatted(folder, MOST_FILES));
        }
        return files;
    }

    private static URI below(URI folder, String path) {
        String text = folder.toString();
        return URI.create(text.endsWith("/") ? text : text + "/").resolve(path);
    }

    private static Optional<PartStanding> standing(List<PartStanding> before, Part part) {
        return before.stream().filter(it -> it.path().equals(part.path())).findFirst();
    }
}
