package rubicon.local.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.StartFailed;
import rubicon.local.house.RunningHouse.Part;
import rubicon.local.process.Processes;

class DataFolderTest {
    @TempDir private Path parent;

    @Test
    void aMissingFolderIsMadeForItsOwnerAlone() throws Exception {
        DataFolder data = new DataFolder(parent.resolve("new/data"));

        data.prepare();

        assertThat(Files.getPosixFilePermissions(data.path()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(data.path().resolve("house.json")).hasContent("{\"version\":1}");
        assertThat(data.logs()).isDirectory();
    }

    @Test
    void aFolderOfThisVersionIsTakenAgain() {
        DataFolder data = prepared();

        data.prepare();

        assertThat(data.path().resolve("house.json")).hasContent("{\"version\":1}");
    }

    @Test
    void aFolderOfANewerVersionIsRefusedAndNotTouched() throws Exception {
        Files.writeString(parent.resolve("house.json"), "{\"version\": 2, \"novelty\": true}");

        assertThatThrownBy(() -> new DataFolder(parent).prepare())
                .isInstanceOf(StartFailed.class)
                .hasMessage(
                        "The data in %s is of version 2, newer than the 1 that this Rubicon reads.",
                        parent);
        assertThat(parent).isDirectoryNotContaining("glob:**logs");
    }

    @Test
    void aFolderOfSomethingElseIsRefusedAndNotTouched() throws Exception {
        Files.writeString(parent.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> new DataFolder(parent).prepare())
                .isInstanceOf(StartFailed.class)
                .hasMessage(
                        "%s is no data folder of a house, and not empty; name another with --data"
                                + " DIR.",
                        parent);
        assertThat(parent.toFile().list()).containsExactly("letter.txt");
    }

    @Test
    void aFolderWhoseVersionCannotBeReadIsRefused() throws Exception {
        Path format = Files.writeString(parent.resolve("house.json"), "{}");

        assertThatThrownBy(() -> new DataFolder(parent).prepare())
                .isInstanceOf(StartFailed.class)
                .hasMessage("%s does not say the version of the data.", format);
    }

    @Test
    void credentialsAreMadeOnceAndReadableByTheirOwnerAlone() throws Exception {
        DataFolder data = prepared();

        Credentials made = data.credentials();

        assertThat(new DataFolder(data.path()).credentials()).isEqualTo(made);
        assertThat(made.adminUser()).isEqualTo("admin");
        assertThat(made.adminPassword()).hasSize(24);
        assertThat(made.apiToken()).startsWith("rbc_").hasSize(47);
        assertOwnersAlone(data.credentialsFile());
        JsonNode json = new ObjectMapper().readTree(data.credentialsFile().toFile());
        assertThat(json.properties()).hasSize(3);
        assertThat(json.path("adminUser").asText()).isEqualTo("admin");
        assertThat(json.path("adminPassword").asText()).isEqualTo(made.adminPassword());
        assertThat(json.path("apiToken").asText()).isEqualTo(made.apiToken());
    }

    @Test
    void credentialsDifferFromHouseToHouseAndAreNotShownAsText() {
        Credentials one = Credentials.make();
        Credentials other = Credentials.make();

        assertThat(one.adminPassword()).isNotEqualTo(other.adminPassword());
        assertThat(one.apiToken()).isNotEqualTo(other.apiToken());
        assertThat(one.toString()).doesNotContain(one.adminPassword(), one.apiToken());
    }

    @Test
    void theDatabasesPasswordIsMadeOnceForItsOwnerAlone() throws Exception {
        DataFolder data = prepared();

        String made = data.databasePassword();

        assertThat(data.databasePassword()).isEqualTo(made).hasSize(32);
        assertOwnersAlone(data.path().resolve("database.password"));
    }

    @Test
    void aRunningHouseIsFoundByWhatItWroteDown() throws Exception {
        DataFolder data = prepared();
        RunningHouse house = house(ProcessHandle.current(), 0);

        data.write(house);

        assertThat(data.running()).contains(house);
        assertOwnersAlone(data.path().resolve("running.json"));
        data.forgetRunning();
        assertThat(data.written()).isEmpty();
    }

    @Test
    void aHouseWhoseNumberBelongsToAnotherProcessByNowDoesNotRun() {
        DataFolder data = prepared();
        RunningHouse house = house(ProcessHandle.current(), 3_600_000);

        data.write(house);

        assertThat(data.running()).isEmpty();
        assertThat(data.written()).contains(house);
    }

    @Test
    void aHouseWhoseProcessEndedDoesNotRun() throws Exception {
        DataFolder data = prepared();
        Process process = new ProcessBuilder("sleep", "3603").start();
        RunningHouse house = house(process.toHandle(), 0);
        process.destroyForcibly().waitFor();

        data.write(house);

        assertThat(data.running()).isEmpty();
    }

    @Test
    void orphansOfAKilledLauncherAreEndedButNoProcessThatOnlyGotTheirNumber() throws Exception {
        DataFolder data = prepared();
        Process orphan = new ProcessBuilder("sleep", "3604").start();
        Process stranger = new ProcessBuilder("sleep", "3605").start();
        try {
            long strangers = Processes.startedAtMillis(stranger.toHandle());
            data.write(
                    new RunningHouse(
                            stranger.pid(),
                            strangers - 60_000,
                            true,
                            List.of(
                                    Part.of("ingest", orphan.toHandle(), 1),
                                    new Part("simulator", stranger.pid(), strangers - 60_000, 2))));

            assertThat(Orphans.end(data)).isEqualTo(1);

            assertThat(orphan.isAlive()).isFalse();
            assertThat(stranger.isAlive()).isTrue();
            assertThat(data.written()).isEmpty();
        } finally {
            orphan.destroyForcibly().waitFor();
            stranger.destroyForcibly().waitFor();
        }
    }

    @Test
    void anUnreadableRunningFileIsLikeNone() throws Exception {
        DataFolder data = prepared();
        Files.writeString(data.path().resolve("running.json"), "{\"pid\": ");

        assertThat(data.running()).isEmpty();
    }

    @Test
    void onlyOneHouseCanTakeAFolder() throws Exception {
        DataFolder data = prepared();
        String sentence =
                "A house already starts or stops on %s; try again in a moment."
                        .formatted(data.path());

        try (FolderLock held = data.lockForHouse()) {
            assertThat(held.channel().isOpen()).isTrue();
            assertRefused(data::lockForHouse, sentence);
            assertRefused(data::lockForStart, sentence);
            assertRefused(data::requireUnclaimed, sentence);
        }
        data.requireUnclaimed();
        try (FolderLock held = data.lockForStart()) {
            assertThat(held.channel().isOpen()).isTrue();
            assertRefused(data::lockForStart, sentence);
            assertRefused(data::requireUnclaimed, sentence);
            data.lockForHouse().close();
        }
        data.lockForStart().close();
    }

    @Test
    void aFolderThatWasOnlyLockedIsStillNew() throws Exception {
        DataFolder data = new DataFolder(parent.resolve("data"));

        data.lockForHouse().close();

        assertThat(data.isNew()).isTrue();
        assertThat(Files.getPosixFilePermissions(data.path()))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        data.prepare();
        assertThat(data.isNew()).isFalse();
    }

    private static void assertRefused(ThrowingCallable claim, String sentence) {
        assertThatThrownBy(claim).isInstanceOf(StartFailed.class).hasMessage(sentence);
    }

    private DataFolder prepared() {
        DataFolder data = new DataFolder(parent.resolve("house"));
        data.prepare();
        return data;
    }

    private static RunningHouse house(ProcessHandle launcher, long olderByMillis) {
        long start = Processes.startedAtMillis(launcher) - olderByMillis;
        return new RunningHouse(launcher.pid(), start, true, List.of());
    }

    private static void assertOwnersAlone(Path file) throws Exception {
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
