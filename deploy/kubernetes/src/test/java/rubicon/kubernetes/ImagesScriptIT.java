package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What `images.sh` does with a container program that only tells what it was asked, in a copy of
/// the project in which empty files stand for what is built.
class ImagesScriptIT {
    private static final List<String> SYSTEM_TOOLS =
            List.of("bash", "cat", "dirname", "env", "find", "head", "mktemp", "rm", "sed");
    private static final Instant BUILT = Instant.parse("2026-01-02T03:04:05Z");
    private static final Path CONTAINERFILE = Folders.MANIFESTS.resolve("images/Containerfile");

    @TempDir private Path folder;
    private Path project;
    private Path programs;

    /// What a finished command said.
    record Answer(int exitCode, String text) {}

    @BeforeEach
    void copyTheScript() throws IOException {
        project = folder.resolve("project");
        programs = Files.createDirectory(folder.resolve("programs"));
        Path script = file("deploy/kubernetes/images.sh", BUILT);
        Files.writeString(script, Files.readString(Folders.MANIFESTS.resolve("images.sh")));
        executable(script);
        Files.writeString(
                file("pom.xml", BUILT), "<project>\n  <version>7.8.9</version>\n</project>\n");
        Files.setLastModifiedTime(project.resolve("pom.xml"), FileTime.from(BUILT));
        file("model/pom.xml", BUILT);
        file("model/src/main/Model.java", BUILT);
        for (String service : List.of("ingest", "simulator", "web-ui")) {
            file(service + "/pom.xml", BUILT);
            file(service + "/src/main/Main.java", BUILT);
            file(service + "/target/quarkus-app/quarkus-run.jar", BUILT);
        }
        for (String tool : SYSTEM_TOOLS) {
            Files.createSymbolicLink(
                    programs.resolve(tool), Program.find(tool).orElseThrow().file());
        }
    }

    @Test
    void eachServiceIsPackedFromItsOwnFolder() throws Exception {
        fake("podman", "echo \"podman $*\"");

        Answer answer = images("--prefix", "images.example.org/rubicon", "--base", "jre:25");

        assertThat(answer.exitCode()).as(answer.text()).isZero();
        assertThat(answer.text().lines())
                .filteredOn(it -> !it.contains("--version"))
                .containsExactly(
                        built("ingest"),
                        "images.example.org/rubicon/rubicon-ingest:7.8.9 built with podman",
                        built("simulator"),
                        "images.example.org/rubicon/rubicon-simulator:7.8.9 built with podman",
                        built("web-ui"),
                        "images.example.org/rubicon/rubicon-web-ui:7.8.9 built with podman");
    }

    @Test
    void theTagMayBeNamedAndTheBaseIsThatOfTheContainerfile() throws Exception {
        fake("buildah", "echo \"buildah $*\"");

        Answer answer = images("--tool", "buildah", "--tag", "next");

        assertThat(answer.exitCode()).as(answer.text()).isZero();
        assertThat(answer.text())
                .contains("buildah build --layers=false --build-arg SERVICE=web-ui")
                .contains("rubicon-web-ui:next built with buildah")
                .doesNotContain("BASE=");
    }

    @Test
    void aBuildThatFailsEndsIt() throws Exception {
        fake("podman", "[ \"$1\" = --version ] || { echo no space left; exit 125; }");

        assertThat(images()).isEqualTo(new Answer(125, "no space left\n"));
    }

    @Test
    void withoutAContainerProgramItNamesWhatToInstall() throws Exception {
        assertThat(images())
                .isEqualTo(
                        new Answer(
                                1,
                                "None of podman, buildah, docker works here; install one (Debian:"
                                        + " apt install buildah).\n"));
        fake("docker", "exit 1"); // a client without its daemon
        assertThat(images("--tool", "docker").text()).startsWith("docker does not work here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--tool", "--tag", "--prefix", "--base"})
    void anOptionWithoutItsValueIsRefused(String option) throws Exception {
        assertThat(images(option)).isEqualTo(new Answer(1, option + " needs a value.\n"));
    }

    @Test
    void whatItDoesNotKnowIsRefused() throws Exception {
        Answer answer = images("--push");

        assertThat(answer.exitCode()).isEqualTo(2);
        assertThat(answer.text()).startsWith("images.sh does not know --push.\n");
        assertThat(images("--base", "a", "--from-debian").text()).contains("take one");
        assertThat(images("--help").exitCode()).isZero();
    }

    @Test
    void aServiceThatIsNotBuiltIsNamed() throws Exception {
        fake("podman", "exit 0");
        Files.delete(project.resolve("simulator/target/quarkus-app/quarkus-run.jar"));

        assertThat(images())
                .isEqualTo(
                        new Answer(
                                1,
                                "simulator is not built; run mvn -DskipTests -pl"
                                        + " ingest,simulator,web-ui -am package first.\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "web-ui/src/main/Main.java, web-ui",
        "simulator/pom.xml, simulator",
        "model/src/main/Model.java, ingest",
        "pom.xml, ingest"
    })
    void whatIsOlderThanItsSourcesIsNotPacked(String source, String service) throws Exception {
        fake("podman", "exit 0");
        Files.setLastModifiedTime(project.resolve(source), FileTime.from(BUILT.plusSeconds(1)));

        Answer answer = images();

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text()).startsWith(service + " is older than " + source + "; run mvn ");
        assertThat(images("--as-is").exitCode()).isZero();
    }

    @Test
    void theBaseIsOneExactVersion() throws IOException {
        Matcher base =
                Pattern.compile("(?m)^ARG BASE=(.*)$").matcher(Files.readString(CONTAINERFILE));

        assertThat(base.find()).isTrue();
        assertThat(base.group(1)).matches("[a-z-]+:25\\.\\d+\\.\\d+_\\d+-jre");
        assertThat(Files.readString(Folders.MANIFESTS.resolve("images.sh")))
                .contains("(default " + base.group(1) + ")");
    }

    /// Options that the launcher of a local house gives each service keep warnings off its log.
    @Test
    void imagesLetInWhatTheLauncherLetsIn() throws IOException {
        String launcher =
                Files.readString(
                        Folders.MANIFESTS.resolve(
                                "../local/src/main/java/rubicon/local/house/ServiceProcess.java"));
        String containerfile = Files.readString(CONTAINERFILE);

        assertThat(Pattern.compile("\"(--?[\\w:+.=-]+)\"").matcher(launcher).results())
                .map(it -> it.group(1))
                .hasSize(5)
                .allSatisfy(it -> assertThat(containerfile).contains("\"" + it + "\""));
    }

    private String built(String service) {
        return "podman build --build-arg SERVICE=%1$s --build-arg VERSION=7.8.9 --build-arg BASE=jre:25 --file %2$s/deploy/kubernetes/images/Containerfile --tag images.example.org/rubicon/rubicon-%1$s:7.8.9 %2$s/%1$s/target/quarkus-app"
                .formatted(service, project);
    }

    private Answer images(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        String[] command = new String[arguments.length + 1];
        command[0] = project.resolve("deploy/kubernetes/images.sh").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("TMPDIR", folder.toString());
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), Files.readString(output));
    }

    private Path file(String name, Instant modified) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private void fake(String name, String body) throws IOException {
        Path program = programs.resolve(name);
        Files.writeString(program, "#!/usr/bin/env bash\n" + body + "\n");
        executable(program);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
