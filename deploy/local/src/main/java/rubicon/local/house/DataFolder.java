package rubicon.local.house;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import rubicon.local.StartFailed;
import rubicon.local.process.Folders;

/// The folder in which a house keeps everything that outlives it.
record DataFolder(Path path) {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Form of `house.json`; a newer version may say more in it.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Format(@JsonProperty(required = true) int version) {}

    Path logs() {
        return path.resolve("logs");
    }

    Path log(String component) {
        return logs().resolve(component + ".log");
    }

    Path postgresql() {
        return path.resolve("postgresql");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    /// Where files are put that shall be imported.
    Path imports() {
        return path.resolve("imports");
    }

    Path credentialsFile() {
        return path.resolve("credentials.json");
    }

    private Path formatFile() {
        return path.resolve("house.json");
    }

    private Path runningFile() {
        return path.resolve("running.json");
    }

    /// Makes the folder, or checks that it is one of this version. What is not, stays untouched.
    ///
    /// @throws StartFailed if it is of a newer version, or something else
    void prepare() {
        requireUsable();
        try {
            if (isNew()) {
                Folders.createPrivate(path);
                Folders.writePrivate(
                        formatFile(), JSON.writeValueAsString(new Format(VERSION)) + "\n");
            }
            Files.createDirectories(logs());
            Files.createDirectories(imports());
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /// Checks that the folder is new or one of this version, and leaves it as it is.
    ///
    /// @throws StartFailed if it is of a newer version, or something else
    void requireUsable() {
        try {
            if (isNew()) {
                return;
            }
            if (isHalfRestored()) {
                throw new StartFailed(
                        "A restore into %s was broken off; run it again.".formatted(path));
            }
            if (!Files.exists(formatFile())) {
                throw new StartFailed(
                        "%s is no data folder of a house, and not empty; name another with --data DIR."
                                .formatted(path));
            }
            int version = JSON.readValue(formatFile().toFile(), Format.class).version();
            if (version > VERSION) {
                throw new StartFailed(
                        "The data in %s is of version %d, newer than the %d that this Rubicon reads."
                                .formatted(path, version, VERSION));
            }
        } catch (JsonProcessingException e) {
            throw new StartFailed(formatFile() + " does not say the version of the data.", e);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /// Whether no house stood here yet: the folder is missing, or empty but for locks.
    boolean isNew() {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> content = Files.list(path)) {
            return content.allMatch(it -> it.equals(houseLock()) || it.equals(startLock()));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /// Checks that no house, nor anything else, is here; what a restore that was killed has left
    /// does not count.
    ///
    /// @throws StartFailed if there is
    void requireEmpty() {
        if (running().isPresent()) {
            throw claimed();
        }
        if (!isNew() && !isHalfRestored()) {
            throw new StartFailed(
                    "%s is not empty, and a backup is restored into an empty folder; name another with --data DIR."
                            .formatted(path));
        }
    }

    /// Where a house is made before it is moved here.
    DataFolder restoring() {
        return new DataFolder(path.resolve("restoring"));
    }

    private boolean isHalfRestored() {
        return Files.exists(restoring().path()) && !Files.exists(formatFile());
    }

    /// Moves a whole house here out of a folder within. What tells that this is one comes last, so
    /// that a part of a house never looks like one.
    void adopt(DataFolder fresh) throws IOException {
        try (Stream<Path> content = Files.list(fresh.path())) {
            for (Path part : content.toList()) {
                if (!part.equals(fresh.formatFile())) {
                    Files.move(part, path.resolve(part.getFileName()));
                }
            }
        }
        Files.move(fresh.formatFile(), formatFile());
        Folders.delete(fresh.path());
    }

    /// Deletes everything but the locks.
    void clear() throws IOException {
        try (Stream<Path> content = Files.list(path)) {
            for (Path part : content.toList()) {
                if (!part.equals(houseLock()) && !part.equals(startLock())) {
                    Folders.delete(part);
                }
            }
        }
    }

    /// Takes the folder for a house; only one at a time can run on it.
    ///
    /// @throws StartFailed if another starts, runs or stops there
    FolderLock lockForHouse() {
        if (running().isPresent()) {
            throw claimed();
        }
        return take(houseLock());
    }

    /// Takes the folder, and its `logs/house.log`, for the time in which a house is started there
    /// by another process than this.
    ///
    /// @throws StartFailed if another starts, runs or stops there
    FolderLock lockForStart() throws IOException {
        FolderLock start = take(startLock());
        if (running().isPresent() || FolderLock.isHeld(houseLock())) {
            start.close();
            throw claimed();
        }
        return start;
    }

    /// Checks that no house starts, runs or stops here.
    ///
    /// @throws StartFailed if one does
    void requireUnclaimed() throws IOException {
        if (FolderLock.isHeld(startLock()) || FolderLock.isHeld(houseLock())) {
            throw claimed();
        }
    }

    private Path houseLock() {
        return path.resolve(FolderLock.HOUSE);
    }

    private Path startLock() {
        return path.resolve(FolderLock.START);
    }

    private FolderLock take(Path lock) {
        try {
            if (!Files.exists(path)) {
                Folders.createPrivate(path);
            }
            return FolderLock.take(lock).orElseThrow(this::claimed);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private StartFailed claimed() {
        String sentence =
                running()
                        .map(it ->
                                "A house already runs on %s (process %d); stop it with ./rubicon down."
                                        .formatted(path, it.pid()))
                        .orElse(
                                "A house already starts or stops on %s; try again in a moment."
                                        .formatted(path));
        return new StartFailed(sentence);
    }

    private StartFailed unusable(IOException e) {
        return new StartFailed(
                "The data folder %s cannot be used: %s".formatted(path, e.getMessage()), e);
    }

    /// The credentials, made on first use and readable by nobody else.
    Credentials credentials() {
        try {
            if (!Files.exists(credentialsFile())) {
                Folders.writePrivate(
                        credentialsFile(), JSON.writeValueAsString(Credentials.make()) + "\n");
            }
            return JSON.readValue(credentialsFile().toFile(), Credentials.class);
        } catch (IOException e) {
            throw new StartFailed(credentialsFile() + " cannot be used: " + e.getMessage(), e);
        }
    }

    /// PostgreSQL's password, made on first use.
    String databasePassword() {
        Path file = path.resolve("database.password");
        try {
            if (!Files.exists(file)) {
                Folders.writePrivate(file, Credentials.secret(24));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartFailed(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    void write(RunningHouse house) {
        try {
            Folders.writePrivate(runningFile(), JSON.writeValueAsString(house));
        } catch (IOException e) {
            throw new StartFailed(runningFile() + " cannot be written: " + e.getMessage(), e);
        }
    }

    void forgetRunning() throws IOException {
        Files.deleteIfExists(runningFile());
    }

    /// What was written down last, whether it still runs or not.
    Optional<RunningHouse> written() {
        try {
            return Files.exists(runningFile())
                    ? Optional.of(JSON.readValue(runningFile().toFile(), RunningHouse.class))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new StartFailed(runningFile() + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// The house that runs on this folder now.
    Optional<RunningHouse> running() {
        return written().filter(it -> it.process().isPresent());
    }
}
