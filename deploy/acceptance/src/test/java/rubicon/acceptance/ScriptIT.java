package rubicon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                    "tee");

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
                Files.readString(Path.of(System.getProperty("rubicon.home"), "rubicon"))
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
        fake("npm", "exit 0");
        fake("mvn", "echo the compiler is unhappy; exit 1");

        Answer answer = rubicon("up");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.text())
                .contains("the compiler is unhappy")
                .contains("The build failed; its whole output is in " + folder);
    }

    @Test
    void verifyWithoutABrowserSaysSoAndFails() throws Exception {
        fake("npm", "exit 0");
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
        fake("npm", "exit 0");
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
        fake("npm", "exit 0");
        fake("chromium", "exit 0");
        fake("kubectl", "exit 0");
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
        fake("npm", "exit 0");
        fake("chromium", "exit 0");
        fake("promtool", "exit 0");
        fake("mvn", "echo all tests passed");
        Files.delete(programs.resolve("id"));
        fake("id", "echo 1000");

        assertThat(rubicon("verify"))
                .isEqualTo(
                        new Answer(
                                0,
                                "*** kubectl was not found: what needs it of the manifests' checks"
                                        + " is skipped. Install it (Debian: package"
                                        + " kubernetes-client), or name one in"
                                        + " RUBICON_KUBECTL.\nall tests passed\n"));
    }

    @Test
    void verifyTakesProgramsOutOfDebiansPackagesWhereItMay() throws Exception {
        fake("npm", "exit 0");
        fake("chromium", "exit 0");
        fake("kubectl", "exit 0");
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
    void nothingRunsWhereNothingIsBuilt() throws Exception {
        assertThat(rubicon("down"))
                .isEqualTo(
                        new Answer(
                                1,
                                "Nothing is built yet, so nothing runs; start with ./rubicon"
                                        + " up.\n"));
    }

    @Test
    void knowsItsCommandsFromEverywhere() throws Exception {
        Path link =
                Files.createSymbolicLink(programs.resolve("rubicon"), project.resolve("rubicon"));

        assertThat(run(link.toString(), "dance"))
                .isEqualTo(new Answer(2, "There is no command 'dance'; try ./rubicon help.\n"));
        assertThat(run(link.toString()).text()).contains("./rubicon up [options]");
        assertThat(run(link.toString(), "help").exitCode()).isZero();
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
