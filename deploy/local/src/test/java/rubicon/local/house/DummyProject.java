package rubicon.local.house;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// A project folder in which the three services were built, each of them a [DummyService].
record DummyProject(Path root) {
    static DummyProject createIn(Path root) throws IOException {
        DummyProject project = new DummyProject(root);
        for (String service : List.of("ingest", "simulator", "web-ui")) {
            project.build(service);
        }
        return project;
    }

    /// Puts a file beside a service's jar.
    void mark(String service, String mark) throws IOException {
        Files.createFile(folder(service).resolve(mark));
    }

    void unmark(String service, String mark) throws IOException {
        Files.delete(folder(service).resolve(mark));
    }

    /// Gives a service these migrations, by the names of their files.
    void migrations(String service, Map<String, String> files) throws IOException {
        Path app = Files.createDirectories(folder(service).resolve("app"));
        try (OutputStream file = Files.newOutputStream(app.resolve("rubicon-dummy-1.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            for (Map.Entry<String, String> migration : files.entrySet()) {
                jar.putNextEntry(new JarEntry("db/migration/" + migration.getKey()));
                jar.write(migration.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private Path folder(String service) {
        return root.resolve(Path.of(service, "target", "quarkus-app"));
    }

    private void build(String service) throws IOException {
        Files.createDirectories(folder(service));
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, DummyService.class.getName());
        attributes.put(
                Attributes.Name.CLASS_PATH,
                DummyService.class.getProtectionDomain().getCodeSource().getLocation().toString());
        try (OutputStream file = Files.newOutputStream(folder(service).resolve("quarkus-run.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.finish();
        }
    }
}
