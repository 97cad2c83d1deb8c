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
            ImportPayload taken = store.receive(form, name(file), "drop folder", in);
            move(file, root.resolve(TAKEN), taken.id() + BETWEEN + name(file));
        } catch (ProblemException e) {
            LOG.warnf("File not taken path=%s error=%s", file, e.problem().detail());
            String name = UUID.randomUUID() + BETWEEN + name(file);
            Path to = move(file, root.resolve(REJECTED), name);
            json.writerWithDefaultPrettyPrinter().writeValue(report(to).toFile(), e.problem());
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

    private void tell(Path root, Path file) throws IOException {
        String name = name(file);
        int cut = name.indexOf(BETWEEN);
        if (cut < 0) {
            return;
        }
        Optional<ImportPayload> job = store.find(UUID.fromString(name.substring(0, cut)));
        if (job.isPresent() && job.get().state().isFinal()) {
            String to = job.get().state() == ImportState.DONE ? DONE : REJECTED;
            Path moved = move(file, root.resolve(to), name);
            json.writerWithDefaultPrettyPrinter().writeValue(report(moved).toFile(), job.get());
        }
    }

    private static Path move(Path file, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        return Files.move(file, folder.resolve(name));
    }

    private static Path report(Path file) {
        return file.resolveSibling(name(file) + ".report.json");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
