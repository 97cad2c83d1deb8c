package rubicon.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/// Objects in a file, as a cluster would be given them.
record Manifests(Path file, List<JsonNode> objects) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /// An overlay, rendered: one for everybody, else one of the tests.
    static Manifests rendered(String overlay) throws InterruptedException, IOException {
        Path folder = Folders.OVERLAYS.resolve(overlay);
        return rendered(
                overlay, Files.exists(folder) ? folder : Folders.TEST_OVERLAYS.resolve(overlay));
    }

    /// What stands in a folder, rendered.
    static Manifests rendered(String overlay, Path folder)
            throws InterruptedException, IOException {
        Program.Run run = Kustomize.orSkip().render(folder);
        if (!run.passed()) {
            throw new AssertionError("%s does not render: %s".formatted(overlay, run.output()));
        }
        Files.createDirectories(Folders.TARGET);
        return read(Files.writeString(Folders.TARGET.resolve(overlay + ".yaml"), run.output()));
    }

    /// An overlay, rendered; without a renderer the files that it is made of, as they are written.
    static Manifests renderedOrAsWritten(String overlay) throws InterruptedException, IOException {
        try {
            return rendered(overlay);
        } catch (TestAbortedException e) {
            StringBuilder all = new StringBuilder();
            for (Path file : files()) {
                all.append("---\n").append(Files.readString(file));
            }
            return read(Files.writeString(Folders.TARGET.resolve("as-written.yaml"), all));
        }
    }

    /// A file that some layer must refuse.
    static Manifests bad(String name) {
        return read(Folders.BAD.resolve(name));
    }

    /// Every file with an object, patches left aside.
    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Folders.MANIFESTS)) {
            return files.filter(it -> it.getFileName().toString().matches("\\d{3}-.*"))
                    .filter(it -> !it.startsWith(Folders.TARGET))
                    .sorted()
                    .toList();
        }
    }

    /// The alert rules of all components, as Prometheus reads them from a file.
    static JsonNode alertRules() throws IOException {
        ObjectNode rules = YAML.createObjectNode();
        ArrayNode groups = rules.putArray("groups");
        files().stream()
                .filter(it -> it.getFileName().toString().contains("-PrometheusRule-"))
                .flatMap(it -> read(it).objects().stream())
                .forEach(it -> it.at("/spec/groups").forEach(groups::add));
        return rules;
    }

    static Manifests read(Path file) {
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(file.toFile())) {
            return new Manifests(file, documents.readAll());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<JsonNode> ofKind(String kind) {
        return objects.stream().filter(it -> it.path("kind").asText().equals(kind)).toList();
    }

    Optional<JsonNode> find(String kind, String name) {
        return ofKind(kind).stream().filter(it -> name(it).equals(name)).findFirst();
    }

    static String name(JsonNode object) {
        return object.at("/metadata/name").asText();
    }

    static String title(JsonNode object) {
        return object.path("kind").asText() + "/" + name(object);
    }

    static String group(JsonNode object) {
        String version = object.path("apiVersion").asText();
        return version.contains("/") ? version.substring(0, version.indexOf('/')) : "";
    }
}
