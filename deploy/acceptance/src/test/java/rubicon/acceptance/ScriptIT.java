package rubicon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rubicon.local.process.Ports;

/// What `./rubicon` says on a machine that lacks something: a copy of it in a folder where nothing
/// is built, with a PATH on which only chosen programs stand.
class ScriptIT {
    private static final List<String> SYSTEM_TOOLS =
            List.of(
                    "bash",
                    "cat",
                    "cp",
                    "dirname",
                    "env",
                    "find",
                    "grep",
                    "id",
                    "mkdir",
                    "mktemp",
                    "readlink",
                    "rm",
                    "sed",
                    "tail",
                    "tee",
                    "touch");
    private static final Path HOME = Path.of(System.getProperty("rubicon.home"));
    private static final int WEB_PORT = 8080;
    private static final String LAUNCHER = "deploy/local/target/";

    @TempDir private Path folder;
    private Path project;
    private Path programs;
    private @Nullable String javaHome = System.getProperty("java.home");

    /// What a finished command said.
    record Answer(int exitCode, String text) {}

    @BeforeEach
    void copyTheScript() throws IOException {
        project = Files.createDirectory(folder.resolve("project"));
        programs = Files.createDirectory(folder.resolve("programs"));
        // The places where it looks for a JDK beside JAVA_HOME and PATH; those of this machine
        // would be found.
        String script =
                Files.readString(HOME.resolve("rubicon"))
                        .replace("/usr/lib/jvm/", folder + "/jvm/")
                        .replace("/opt/", folder + "/opt/")
                        .replace("/Library/Java", folder + "/Library/Java");
        program(project.resolve("rubicon"), script);
        for (String tool : SYSTEM_TOOLS) {
            Files.createSymbolicLink(programs.resolve(tool), onPath(tool));
        }
    }

    @Test
    void withoutNpmAHouseThatIsNotBuiltNamesWhatToInstall() throws Exception {
        fake("mvn", "exit 9");

        assertThat(rubicon("up"))
                .isEqualTo(
                        new Answer(
                                1, "npm was not found; install Node.js 20 or newer with npm.\n"));
    }

    @Test
    void withoutMavenItNamesWhatToInstall() throws Exception {
        Answer missing = new Answer(1, "mvn was not found; install Apache Maven 3.8 or newer.\n");

        assertThat(rubicon("up")).isEqualTo(missing);
        assertThat(rubicon("verify")).isEqualTo(missing);
    }

    @Test
    void withoutAJdkItNamesWhatToInstall() throws Exception {
        Answer missing =
                new Answer(
                        1,
                        "No JDK 25 or newer was found; install one (for instance Temurin 25) or"
                                + " point JAVA_HOME at it.\n");

        javaHome = null;
        assertThat(rubicon("up")).isEqualTo(missing);
        javaHome = jdk("elsewhere/jdk-17", "17.0.9").toString();
        assertThat(rubicon("up")).isEqualTo(missing);
    }

    @Test
    void findsAJdkWhereSystemsPutThemThoughJavaHomeNamesAnOlderOne() throws Exception {
        javaHome = jdk("elsewhere/jdk-17", "17.0.9").toString();
        jdk("jvm/a-17", "17.0.9");
        jdk("jvm/b-25", "25.0.1");

        assertThat(rubicon("up").text()).startsWith("mvn was not found");
    }

    @Test
    void aFailedBuildShowsItsEndAndSaysWhereTheRestIs() throws Exception {
        copySources();
        node("v20.1.0");
        fake("mvn", "echo the compiler is unhappy; exit 1");

        Answer answer = rubicon("up");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text())
                .contains("the compiler is unhappy")
                .contains("The build failed; its whole output is in " + folder);
    }

    @Test
    void verifyWithoutABrowserSaysSoAndFails() throws Exception {
        node("v20.1.0");
        fake("mvn", "echo all tests passed");

        assertThat(rubicon("verify"))
                .isEqualTo(
                        new Answer(
                                1,
                                "The browser tests need Chromium: install it (Debian: apt install"
                                        + " chromium), or name one in RUBICON_CHROMIUM.\n"));
    }

    @Test
    void verifyInstallsABrowserOnlyWhereItMayAndSaysSoIfThatFails() throws Exception {
        node("v20.1.0");
        fake("mvn", "echo all tests passed");
        fake("apt-get", "exit 100");
        Files.delete(programs.resolve("id"));
        fake("id", "echo 0");

        assertThat(rubicon("verify"))
                .isEqualTo(
                        new Answer(
                                1,
                                """
                                Installing Chromium for the browser tests.
                                Chromium could not be installed; install it, or name one in RUBICON_CHROMIUM.
                                """));

        Files.delete(programs.resolve("id"));
        fake("id", "echo 1000");
        assertThat(rubicon("verify").text()).startsWith("The browser tests need Chromium");
    }

    @Test
    void verifyHandsItsArgumentsToMaven() throws Exception {
        node("v20.1.0");
        fake("chromium", "exit 0");
        fake("promtool", "exit 0");
        fake("mvn", "echo \"$*\"; echo \"$RUBICON_CHROMIUM\"; exit 7");

        assertThat(rubicon("verify", "-pl", "model"))
                .isEqualTo(
                        new Answer(
                                7,
                                "--batch-mode verify -pl model\n%s\n"
                                        .formatted(programs.resolve("chromium"))));
    }

    @Test
    void verifySaysWhichChecksOfTheManifestsAreSkipped() throws Exception {
        node("v20.1.0");
        fake("chromium", "exit 0");
        fake("mvn", "echo all tests passed");
        Files.delete(programs.resolve("id"));
        fake("id", "echo 1000");
        String said =
                "*** promtool was not found: what needs it of the manifests' checks %s. Install it"
                        + " (Debian: package prometheus), or name one in RUBICON_PROMTOOL.\n"
                        + "all tests passed\n";

        assertThat(rubicon("verify")).isEqualTo(new Answer(0, said.formatted("is skipped")));
        assertThat(run("env", "CI=true", project.resolve("rubicon").toString(), "verify"))
                .isEqualTo(new Answer(0, said.formatted("fails, as CI is true")));
    }

    @Test
    void verifyTakesProgramsOutOfDebiansPackagesWhereItMay() throws Exception {
        node("v20.1.0");
        fake("chromium", "exit 0");
        Files.delete(programs.resolve("id"));
        fake("id", "echo 0");
        fake("apt-get", "[ \"$1\" = update ] || echo > prometheus.deb");
        fake("dpkg-deb", "mkdir -p usr/bin; cp \"$0\" usr/bin/promtool");
        fake("mvn", "echo \"$RUBICON_PROMTOOL\"");

        Path taken = folder.resolve(".cache/rubicon/tools/promtool");
        assertThat(rubicon("verify"))
                .isEqualTo(
                        new Answer(
                                0,
                                """
                                Fetching promtool out of Debian's package prometheus for the checks of the manifests.
                                %s
                                """
                                        .formatted(taken)));
        assertThat(rubicon("verify").text()).as("once").isEqualTo(taken + "\n");
    }

    @Test
    void withAnOldNodeItNamesWhatToInstall() throws Exception {
        Answer old =
                new Answer(
                        1, "Node.js v18.19.1 is too old; install Node.js 20 or newer with npm.\n");
        fake("mvn", "exit 9");
        node("v18.19.1");

        assertThat(rubicon("up")).isEqualTo(old);
        assertThat(rubicon("verify")).isEqualTo(old);
    }

    @Test
    void nothingRunsWhereNothingIsBuilt() throws Exception {
        copySources();

        assertThat(rubicon("down")).isEqualTo(new Answer(0, "The house is not running.\n"));
        assertThat(rubicon("status")).isEqualTo(new Answer(1, "The house is not running.\n"));
        assertThat(rubicon("status", "--json"))
                .isEqualTo(new Answer(1, "{\"ready\":false,\"components\":[]}\n"));
        assertThat(rubicon("status", "--jason"))
                .isEqualTo(new Answer(2, "status does not know --jason; try ./rubicon help\n"));
    }

    @Test
    void aHouseWhoseBuildWasCleanedIsFoundAndStopped() throws Exception {
        copySources();
        buildsTheLauncherOnly();
        Path data = Files.createDirectory(folder.resolve("data"));
        Process launcher = new ProcessBuilder("sleep", "3606").start();
        try {
            long started = launcher.info().startInstant().orElseThrow().toEpochMilli();
            Files.writeString(
                    data.resolve("running.json"),
                    "{\"pid\": %d, \"startedAtMillis\": %d, \"ready\": false, \"parts\": [] }"
                            .formatted(launcher.pid(), started));

            Answer down = rubicon("down", "--data", data.toString());

            assertThat(down.exitCode()).as(down.text()).isZero();
            assertThat(down.text()).endsWith("The house has stopped.\n");
            assertThat(launcher.isAlive()).isFalse();
        } finally {
            launcher.destroyForcibly().waitFor();
        }
    }

    @Test
    void statusBuildsWhatItNeedsAndStillPrintsNothingButJson() throws Exception {
        copySources();
        buildsTheLauncherOnly();
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("running.json"), "{}");

        assertThat(
                        run(
                                "bash",
                                "-c",
                                "\"$0\" status --json --data \"$1\" 2>/dev/null",
                                project.resolve("rubicon").toString(),
                                data.toString()))
                .isEqualTo(new Answer(1, "{\"ready\":false,\"components\":[]}\n"));
    }

    @Test
    void whatIsWrongIsToldBeforeAnythingIsBuilt() throws Exception {
        copySources();
        node("v20.1.0");
        fake("mvn", "echo it builds");
        Path file = Files.createFile(folder.resolve("letter.txt"));

        assertThat(rubicon("up", "--fast"))
                .isEqualTo(new Answer(2, "up does not know --fast; try ./rubicon help\n"));
        assertThat(rubicon("up", "--port-offset", "x").exitCode()).isEqualTo(2);
        assertThat(rubicon("up", "--sources", folder + "/none"))
                .isEqualTo(
                        new Answer(
                                2, "--sources: there is no readable file " + folder + "/none\n"));
        assertThat(rubicon("backup"))
                .isEqualTo(new Answer(2, "backup needs a file; try ./rubicon help\n"));
        assertThat(rubicon("restore", folder + "/none"))
                .isEqualTo(
                        new Answer(2, "restore: there is no readable file " + folder + "/none\n"));
        Path house = Files.createDirectory(folder.resolve("house"));
        Files.createFile(house.resolve("house.json"));
        assertThat(rubicon("restore", file.toString(), "--data", house.toString()))
                .isEqualTo(
                        new Answer(
                                1,
                                house
                                        + " is not empty, and a backup is restored into an empty"
                                        + " folder; name another with --data DIR.\n"));
        assertThat(rubicon("up", "--data", file.toString()))
                .isEqualTo(new Answer(2, "--data: " + file + " is a file, not a folder\n"));
        int port = Ports.free();
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            String offset = Integer.toString(taken.getLocalPort() - WEB_PORT);
            assertThat(rubicon("up", "--port-offset", offset))
                    .isEqualTo(
                            new Answer(
                                    1,
                                    "Port %d, which web-ui needs, is taken; give other ports with --port-offset N.\n"
                                            .formatted(port)));
        }
        assertThat(project.resolve(".rubicon")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pom.xml",
                ".mvn/maven.config",
                "model/pom.xml",
                "model/src/main/Model.java",
                "deploy/local/pom.xml",
                "deploy/local/src/main/Launcher.java",
                "ingest/pom.xml",
                "web-ui/src/main/View.java"
            })
    void whatChangedSinceTheBuildIsBuiltAgainOnce(String changed) throws Exception {
        node("v20.1.0");
        fake("mvn", "echo it failed to compile; exit 1");
        program(
                jdk("jdk", "25").resolve("bin/java"),
                "#!/usr/bin/env bash\n[[ \"$*\" = *Check.java* ]] || echo launched\n");
        javaHome = folder.resolve("jdk").toString();
        Instant build = Instant.now().minusSeconds(60);
        for (String jar :
                List.of(
                        LAUNCHER + "rubicon-local-1.jar",
                        LAUNCHER + "lib/kafka.jar",
                        "ingest/target/quarkus-app/quarkus-run.jar",
                        "simulator/target/quarkus-app/quarkus-run.jar",
                        "web-ui/target/quarkus-app/quarkus-run.jar")) {
            file(jar, build);
        }
        Path source = file(changed, build.minusSeconds(1));
        Answer launched = new Answer(0, "launched\n");
        assertThat(rubicon("up")).isEqualTo(launched);

        Files.setLastModifiedTime(source, FileTime.from(build.plusSeconds(1)));

        assertThat(rubicon("up").text()).contains("it failed to compile");
        fake("mvn", "exit 0"); // leaves the jars as they are, as Maven does if it can
        assertThat(rubicon("up").text()).startsWith("Building").endsWith("launched\n");
        assertThat(rubicon("up")).isEqualTo(launched);
    }

    @Test
    void ciVerifiesWithRealUpstreamFilesWhereAFolderHoldsThem() throws Exception {
        node("v20.1.0");
        fake("chromium", "exit 0");
        fake("promtool", "exit 0");
        fake("mvn", "echo \"$*\"");
        Path ci = Files.createDirectory(project.resolve(".ci")).resolve("run");
        program(ci, Files.readString(HOME.resolve(".ci/run")));
        String beside = folder + "/shared/data/upstream";

        assertThat(run(ci.toString())).isEqualTo(new Answer(0, "--batch-mode verify\n"));
        Files.createDirectories(Path.of(beside));
        assertThat(run(ci.toString()).text())
                .isEqualTo("--batch-mode verify -Drubicon.upstream.dir=" + beside + "\n");
        assertThat(run("env", "RUBICON_UPSTREAM_DIR=" + programs, ci.toString()).text())
                .isEqualTo("--batch-mode verify -Drubicon.upstream.dir=" + programs + "\n");
        assertThat(run("env", "RUBICON_REFERENCE_DIR=" + programs, ci.toString()).text())
                .isEqualTo(
                        "--batch-mode verify -Drubicon.reference.dir=%s -Drubicon.upstream.dir=%s\n"
                                .formatted(programs, beside));
    }

    @Test
    void knowsItsCommandsFromEverywhere() throws Exception {
        Path link =
                Files.createSymbolicLink(programs.resolve("rubicon"), project.resolve("rubicon"));

        assertThat(run(link.toString(), "dance"))
                .isEqualTo(new Answer(2, "There is no command 'dance'; try ./rubicon help.\n"));
        assertThat(run(link.toString()).text()).contains("./rubicon up [options]");
        assertThat(run(link.toString(), "help").exitCode()).isZero();
        assertThat(run(link.toString(), "up", "--help")).isEqualTo(run(link.toString(), "help"));
        assertThat(run(link.toString(), "down", "-h")).isEqualTo(run(link.toString(), "help"));
    }

    /// What the simulator computes is found on the class path, so it is built and named there.
    @Test
    void referenceHoldsTheSimulatorsModelsToo() throws Exception {
        Path jdk = jdk("elsewhere/jdk-25", "25.0.1");
        program(jdk.resolve("bin/java"), "#!/usr/bin/env bash\necho \"java $*\"\n");
        javaHome = jdk.toString();
        fake("mvn", "echo \"$*\" > asked");

        Answer answer = rubicon("reference", "cases");

        assertThat(Files.readString(project.resolve("asked")))
                .contains("-pl deploy/local,simulator -am package");
        assertThat(answer.exitCode()).isZero();
        assertThat(answer.text())
                .contains(":" + project + "/simulator/target/quarkus-app/app/*:")
                .endsWith(" rubicon.local.reference.ReferenceRun cases\n");
    }

    private void copySources() throws IOException {
        Path sources = project.resolve("deploy/local/src/main/java");
        Files.createDirectories(sources.getParent());
        Files.createSymbolicLink(sources, HOME.resolve("deploy/local/src/main/java"));
    }

    /// A Maven that makes the launcher, which stands built beside these tests, and nothing else.
    private void buildsTheLauncherOnly() throws IOException {
        Path built = HOME.resolve(LAUNCHER);
        fake(
                "mvn",
                """
                [[ "$*" = *" -pl deploy/local -am package" ]] || exit 1
                %s -p %s && %s %s/rubicon-local-*.jar %2$s && %s -s %4$s/lib %2$slib
                """
                        .formatted(onPath("mkdir"), LAUNCHER, onPath("cp"), built, onPath("ln")));
    }

    private void node(String version) throws IOException {
        fake("npm", "exit 0");
        fake("node", "echo " + version);
    }

    private Path file(String name, Instant modified) throws IOException {
        Path file = project.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "");
        return Files.setLastModifiedTime(file, FileTime.from(modified));
    }

    private Answer rubicon(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = project.resolve("rubicon").toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return run(command);
    }

    private Answer run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", programs.toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TMPDIR", folder.toString());
        if (javaHome != null) {
            builder.environment().put("JAVA_HOME", javaHome);
        }
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), Files.readString(output));
    }

    /// A folder that looks like a JDK of that version.
    private Path jdk(String name, String version) throws IOException {
        Path jdk = folder.resolve(name);
        program(
                Files.createDirectories(jdk.resolve("bin")).resolve("javac"),
                "#!/usr/bin/env bash\necho javac " + version + "\n");
        return jdk;
    }

    private void fake(String name, String body) throws IOException {
        program(programs.resolve(name), "#!/usr/bin/env bash\n" + body + "\n");
    }

    private static void program(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onPath(String tool) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(it -> Path.of(it, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(tool + " is not on the PATH"));
    }
}
