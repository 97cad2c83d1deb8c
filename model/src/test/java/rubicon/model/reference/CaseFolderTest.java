package rubicon.model.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaseFolderTest {
    private static final Map<String, Operation> ECHO = Map.of("echo", in -> in.fields().get("x"));

    @TempDir Path folder;
    @TempDir Path other;

    @Test
    void aReferenceStandsForThatKeyOfThatFile() throws IOException {
        cases("{\"x\":{\"$ref\":\"more.json#b\"}}", "[1,2]");
        Files.writeString(folder.resolve("more.json"), "{\"a\":0,\"b\":[1,2]}");
        assertThat(only().misses(ECHO)).isEmpty();
    }

    @Test
    void whatTheFolderLacksIsTakenFromTheOthers() throws IOException {
        cases("{\"x\":{\"$ref\":\"data/more.json#b\"}}", "7");
        Files.createDirectory(other.resolve("data"));
        Files.writeString(other.resolve("data/more.json"), "{\"b\":7}");
        assertThat(only().misses(ECHO)).isEmpty();
        assertThat(
                        new CaseFolder(folder, List.of(), ReferenceCasesTest::parse)
                                .read()
                                .getFirst()
                                .misses(ECHO))
                .singleElement()
                .asString()
                .contains("cannot be read", "data/more.json");
    }

    @Test
    void aDatasetOfLinesIsUnpackedAndReadLineByLine() throws IOException {
        cases("{\"dataset\":\"runs.jsonl.gz\"}", "{\"0\":1}");
        try (OutputStream file =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("runs.jsonl.gz")))) {
            file.write("{\"a\":1}\n{\"a\":2}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(only().inputs().objects("dataset"))
                .containsExactly(new Inputs(Map.of("a", 1)), new Inputs(Map.of("a", 2)));
    }

    @Test
    void aReferenceIsFollowedWithinLists() throws IOException {
        cases(
                "{\"x\":[{\"y\":{\"$ref\":\"more.json#b\"}},{\"$ref\":\"more.json#b\"}]}",
                "[{\"y\":[1,2]},[1,2]]");
        Files.writeString(folder.resolve("more.json"), "{\"a\":0,\"b\":[1,2]}");
        assertThat(only().misses(ECHO)).isEmpty();
    }

    @Test
    void whatCannotBeReadFailsAndTheOthersAreHeld() throws IOException {
        Files.writeString(folder.resolve("a.json"), "{\"cases\": [");
        Files.writeString(
                folder.resolve("b.json"),
                """
                {"cases":[
                  {"id":"no tolerance","op":"echo","inputs":{"x":1},"expected":1},
                  {"id":"no file","op":"echo","inputs":{"dataset":"../nothing.jsonl.gz"},"expected":1,
                   "tolerance":{"rel":0}},
                  7,
                  {"id":"sound","op":"echo","inputs":{"x":1},"expected":1,"tolerance":{"rel":0}}]}
                """);

        List<Case> cases = new CaseFolder(folder, List.of(other), ReferenceCasesTest::parse).read();

        assertThat(cases)
                .extracting(one -> one.file() + " " + one.id())
                .containsExactly(
                        "a.json the file",
                        "b.json no tolerance",
                        "b.json no file",
                        "b.json case 3",
                        "b.json sound");
        assertThat(cases.subList(0, 4))
                .allSatisfy(one ->
                        assertThat(one.misses(ECHO).getFirst()).startsWith("cannot be read: "));
        assertThat(cases.get(1).misses(ECHO).getFirst()).contains("tolerance is missing");
        assertThat(cases.getLast().misses(ECHO)).isEmpty();
    }

    @Test
    void aFolderWithoutCasesIsRefused() throws IOException {
        Files.writeString(folder.resolve("published.json"), "{\"targets\":[]}");
        assertThatThrownBy(this::only).hasMessageContaining("no case");
    }

    @Test
    void anUnknownOperationAndABrokenOneFail() throws IOException {
        cases("{\"x\":1}", "1");
        assertThat(only().misses(Map.of())).containsExactly("there is no operation echo");
        assertThat(
                        only().misses(
                                        Map.of(
                                                "echo",
                                                in -> {
                                                    throw new IllegalStateException("broken");
                                                })))
                .containsExactly("echo failed: java.lang.IllegalStateException: broken");
    }

    private void cases(String inputs, String expected) throws IOException {
        Files.writeString(
                folder.resolve("m.json"),
                """
                {"cases":[{"id":"one","op":"echo","inputs":%s,"expected":%s,"tolerance":{"rel":0,"abs":0}}]}
                """
                        .formatted(inputs, expected));
    }

    private Case only() throws IOException {
        return new CaseFolder(folder, List.of(other), ReferenceCasesTest::parse).read().getFirst();
    }
}
