package rubicon.local.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.local.house.Options.Command;

class OptionsTest {
    private static final Path HOME = Path.of("/project");
    private static final Path DATA = Path.of("/project/.rubicon");

    private static final Optional<Path> NONE = Optional.empty();

    @TempDir private Path folder;

    @Test
    void upWithoutOptionsTakesTheProjectsFolderAndTheUsualPorts() {
        assertThat(parse("up"))
                .isEqualTo(new Options(Command.UP, DATA, 0, false, false, false, NONE, NONE, NONE));
    }

    @Test
    void upUnderstandsEveryOption() throws Exception {
        Path sources = Files.createFile(folder.resolve("sources.yaml"));
        Path catalogue = Files.createDirectory(folder.resolve("catalogue"));

        Options options =
                parse(
                        "up",
                        "--detach",
                        "--data",
                        folder.resolve("a/../data").toString(),
                        "--port-offset",
                        "100",
                        "--sources",
                        sources.toString(),
                        "--catalogue",
                        catalogue.toString(),
                        "--empty");

        Path data = folder.resolve("data");
        assertThat(options)
                .isEqualTo(
                        new Options(
                                Command.UP,
                                data,
                                100,
                                true,
                                false,
                                true,
                                Optional.of(sources),
                                Optional.of(catalogue),
                                NONE));
    }

    @Test
    void relativePathsBecomeAbsolute() {
        assertThat(parse("down", "--data", "here").data())
                .isEqualTo(Path.of("here").toAbsolutePath());
    }

    @Test
    void statusAndDownUnderstandTheirPlace() {
        Path data = Path.of("/data");

        assertThat(parse("status", "--json", "--data", "/data", "--port-offset", "7"))
                .isEqualTo(
                        new Options(Command.STATUS, data, 7, false, true, false, NONE, NONE, NONE));
        assertThat(parse("down", "--port-offset", "7", "--data", "/data"))
                .isEqualTo(
                        new Options(Command.DOWN, data, 7, false, false, false, NONE, NONE, NONE));
    }

    @Test
    void backupAndRestoreTakeAFileAnywhereAmongTheirOptions() throws Exception {
        Path file = Files.createFile(folder.resolve("house.zip"));
        Path data = Path.of("/data");

        assertThat(parse("backup", "--data", "/data", file.toString(), "--port-offset", "7"))
                .isEqualTo(
                        new Options(
                                Command.BACKUP,
                                data,
                                7,
                                false,
                                false,
                                false,
                                NONE,
                                NONE,
                                Optional.of(file)));
        assertThat(parse("restore", file.toString()).file()).contains(file);
        assertThat(parse("backup", "new.zip").file()).contains(Path.of("new.zip").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    dance                       | there is no command 'dance'; try ./rubicon help
                    UP                          | there is no command 'UP'; try ./rubicon help
                    up --fast                   | up does not know --fast; try ./rubicon help
                    up here                     | up does not know here; try ./rubicon help
                    status --detach             | --detach belongs to ./rubicon up
                    status --catalogue /        | --catalogue belongs to ./rubicon up
                    down --empty                | --empty belongs to ./rubicon up
                    down --sources x            | --sources belongs to ./rubicon up
                    down --json                 | --json belongs to ./rubicon status
                    backup                      | backup needs a file; try ./rubicon help
                    restore --data /data        | restore needs a file; try ./rubicon help
                    backup a.zip b.zip          | backup does not know b.zip; try ./rubicon help
                    backup --fast               | backup does not know --fast; try ./rubicon help
                    backup a.zip --detach       | --detach belongs to ./rubicon up
                    backup /no/such/dir/a.zip   | backup: there is no folder for /no/such/dir/a.zip
                    restore /no/such/file       | restore: there is no readable file /no/such/file
                    up --data                   | --data needs a value
                    up --port-offset            | --port-offset needs a value
                    up --sources                | --sources needs a value
                    up --catalogue              | --catalogue needs a value
                    up --port-offset -1         | --port-offset must be a number from 0 to 40000, not '-1'
                    up --port-offset x          | --port-offset must be a number from 0 to 40000, not 'x'
                    up --port-offset 40001      | --port-offset must be a number from 0 to 40000, not '40001'
                    up --sources /no/such/file  | --sources: there is no readable file /no/such/file
                    up --sources /              | --sources: there is no readable file /
                    up --catalogue /no/such/dir | --catalogue: there is no folder /no/such/dir
                    """)
    void whatItDoesNotUnderstandIsNamedInOneSentence(String words, String sentence) {
        assertThatThrownBy(() -> parse(words.split(" ")))
                .isInstanceOf(Usage.class)
                .hasMessage(sentence);
    }

    @Test
    void dataInAFileIsRefused() throws Exception {
        Path file = Files.createFile(folder.resolve("letter.txt"));

        assertThatThrownBy(() -> parse("up", "--data", file.toString()))
                .isInstanceOf(Usage.class)
                .hasMessage("--data: %s is a file, not a folder", file);
    }

    @Test
    void aMissingCommandIsNamed() {
        assertThatThrownBy(OptionsTest::parse)
                .isInstanceOf(Usage.class)
                .hasMessage("no command is given; try ./rubicon help");
    }

    private static Options parse(String... words) {
        return Options.parse(List.of(words), HOME);
    }
}
