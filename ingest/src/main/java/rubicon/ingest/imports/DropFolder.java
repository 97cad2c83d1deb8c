package rubicon.ingest.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import rubicon.ingest.platform.DatabaseLock;
import rubicon.ingest.platform.ProblemException;

/// Hands in what somebody puts into a folder, once it has stopped growing. A file goes to `taken`
/// while it is worked on, and from there to `done` or `rejected`, with the import beside it as
/// JSON. Its name then begins with the import's id, so that no file takes another's place.
@ApplicationScoped
class DropFolder {
    /// Who hands in what lies in the folder, for all that is known.
    static final String NOBODY = "drop folder";

    private static final Logger LOG = Logger.getLogger(DropFolder.class);
    private static final String TAKEN = "taken";
    private static final String DONE = "done";
    private static final String REJECTED = "rejected";
    private static final Set<String> OURS = Set.of(TAKEN, DONE, REJECTED);
    private static final String BETWEEN = "--";

    private final Optional<Path> folder;
    private final ImportForms forms;
    private final ImportStore store;
    private final DatabaseLock locks;
    private final ObjectMapper json;
    private Map<Path, Look> before = Map.of();

    DropFolder(
            ImportConfig config,
            ImportForms forms,
            ImportStore store,
            DatabaseLock locks,
            ObjectMapper json) {
        this.folder = config.folder();
        this.forms = forms;
        this.store = store;
        this.locks = locks;
        this.json = json;
    }

    /// How a file looked.
    private record Look(long size, FileTime changed) {}

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() throws IOException {
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return;
        }
        // Replicas may share the folder.
        Optional<DatabaseLock.Held> lock = locks.tryLock("import folder");
        if (lock.isPresent()) {
            try (DatabaseLock.Held _ = lock.get()) {
                take(folder.get());
                tell(folder.get());
            }
        }
    }

    private void take(Path root) throws IOException {
        Map<Path, Look> now = new HashMap<>();
        for (Path file : waiting(root)) {
            Look look = new Look(Files.size(file), Files.getLastModifiedTime(file));
            if (look.equals(before.get(file))) {
                take(root, file);
            } else {
                now.put(file, look);
            }
        }
        before = now;
    }

    /// Files in the folder and in those of its folders that name a format.
    private static List<Path> waiting(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(it -> !name(it).startsWith("."))
                    .filter(it -> !OURS.contains(name(root.relativize(it).getName(0))))
                    .sorted()
                    .toList();
        }
    }

    private void take(Path root, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ImportForms.Form form = forms.of(format(root, file), null);
            ImportPayload taken = store.receive(form, name(file), NOBODY, in);
            Path to = Files.createDirectories(root.resolve(TAKEN));
            move(file, to, taken.id() + BETWEEN + name(file));
        } catch (ProblemException e) {
            LOG.warnf("File not taken path=%s error=%s", file, e.problem().detail());
            String name = UUID.randomUUID() + BETWEEN + name(file);
            move(file, root.resolve(REJECTED), name, e.problem());
        } catch (IOException e) {
            // It waits where it is and hinders no other.
            LOG.warnf("File not taken path=%s error=%s", file, e.getMessage());
        }
    }

    private static String format(Path root, Path file) {
        Path parent = root.relativize(file).getParent();
        if (parent != null) {
            return parent.toString();
        }
        String name = name(file);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private void tell(Path root) throws IOException {
        Path taken = root.resolve(TAKEN);
        if (!Files.isDirectory(taken)) {
            return;
        }
        try (Stream<Path> files = Files.list(taken)) {
            for (Path file : files.sorted().toList()) {
                tell(root, file);
            }
        }
    }

    private void tell(Path root, Path file) {
        String name = name(file);
        Optional<ImportPayload> job = id(name).flatMap(store::find);
        if (job.isPresent() && job.get().state().isFinal()) {
            Path to = root.resolve(job.get().state() == ImportState.DONE ? DONE : REJECTED);
            try {
                move(file, to, name, job.get());
            } catch (IOException e) {
                // It waits where it is and hinders no other.
                LOG.warnf("File not told path=%s error=%s", file, e.getMessage());
            }
        }
    }

    /// The import that a file was taken for; empty where its name tells none, as that of a file
    /// which somebody put here.
    private static Optional<UUID> id(String name) {
        int cut = name.indexOf(BETWEEN);
        try {
            return cut < 0
                    ? Optional.empty()
                    : Optional.of(UUID.fromString(name.substring(0, cut)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Moves a file to its last place. The report is there first: a file that was left behind
    /// between the two is told of again, one that has moved is not.
    private void move(Path file, Path folder, String name, Object report) throws IOException {
        Files.createDirectories(folder);
        json.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(name + ".report.json").toFile(), report);
        move(file, folder, name);
    }

    private static void move(Path file, Path folder, String name) throws IOException {
        Files.move(file, folder.resolve(name));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
