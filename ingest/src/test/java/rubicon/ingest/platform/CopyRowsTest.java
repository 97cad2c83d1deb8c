package rubicon.ingest.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CopyRowsTest {
    private static final byte[] START = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', -1, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    @Test
    void statementNamesTheColumnsInTheirOrder() {
        List<CopiedColumn<String>> columns =
                List.of(
                        CopiedColumn.text("id", it -> it),
                        CopiedColumn.whole("size", it -> (long) it.length()));
        assertThat(CopyRows.statement("things", columns))
                .isEqualTo("copy things (id, size) from stdin (format binary)");
    }

    /// The oracle is the manual's table of the format, and PostgreSQL's own send functions.
    @Test
    void eachTypeIsWrittenAsPostgresqlSendsIt() throws IOException {
        UUID id = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
        Instant time = Instant.parse("1999-12-31T23:59:59.999999Z");
        List<CopiedColumn<String>> columns =
                List.of(
                        CopiedColumn.text("a", it -> it),
                        CopiedColumn.uuid("b", _ -> id),
                        CopiedColumn.time("c", _ -> time),
                        CopiedColumn.day("d", _ -> LocalDate.of(2000, 3, 1)),
                        CopiedColumn.number("e", _ -> 1.5),
                        CopiedColumn.whole("f", _ -> -2L),
                        CopiedColumn.json("g", _ -> "{}"),
                        CopiedColumn.json("h", it -> it, (it, out) -> out.writeString(it)));

        assertThat(CopyRows.of(columns, List.of("\u00e4")).readAllBytes())
                .isEqualTo(
                        rows(out -> {
                            out.writeShort(8);
                            field(out, "\u00e4".getBytes(StandardCharsets.UTF_8));
                            out.writeInt(16);
                            out.writeLong(0x0011223344556677L);
                            out.writeLong(0x8899aabbccddeeffL);
                            out.writeInt(8);
                            out.writeLong(-1);
                            out.writeInt(4);
                            out.writeInt(60);
                            out.writeInt(8);
                            out.writeDouble(1.5);
                            out.writeInt(8);
                            out.writeLong(-2);
                            field(out, "\1{}".getBytes(StandardCharsets.UTF_8));
                            field(out, "\1\"\u00e4\"".getBytes(StandardCharsets.UTF_8));
                        }));
    }

    @Test
    void whatIsMissingHasNoLength() throws IOException {
        List<CopiedColumn<List<@Nullable String>>> columns =
                List.of(
                        CopiedColumn.text("a", List::getFirst),
                        CopiedColumn.uuid("b", _ -> null),
                        CopiedColumn.time("c", _ -> null),
                        CopiedColumn.day("d", _ -> null),
                        CopiedColumn.number("e", _ -> null),
                        CopiedColumn.whole("f", _ -> null),
                        CopiedColumn.json("g", List::getFirst),
                        CopiedColumn.constant("h", _ -> null),
                        CopiedColumn.json("i", List::getFirst, (it, out) -> out.writeString(it)));

        List<@Nullable String> none = Arrays.asList((String) null);
        assertThat(CopyRows.of(columns, List.of(none)).readAllBytes())
                .isEqualTo(
                        rows(out -> {
                            out.writeShort(9);
                            for (int i = 0; i < 9; i++) {
                                out.writeInt(-1);
                            }
                        }));
    }

    @Test
    void rowsThatAreLongerThanExpectedAreWhole() throws IOException {
        List<CopiedColumn<String>> columns =
                List.of(
                        CopiedColumn.text("a", it -> it),
                        CopiedColumn.json("b", it -> it, (it, out) -> out.writeString(it)));
        List<String> texts = List.of("x".repeat(10_000), "y", "z".repeat(100_000));
        assertThat(CopyRows.of(columns, texts).readAllBytes())
                .isEqualTo(
                        rows(out -> {
                            for (String it : texts) {
                                out.writeShort(2);
                                field(out, it.getBytes(StandardCharsets.UTF_8));
                                field(out, ("\1\"" + it + "\"").getBytes(StandardCharsets.UTF_8));
                            }
                        }));
    }

    @Test
    void rowsAreReadPieceByPieceAsTheyAreWritten() throws IOException {
        List<CopiedColumn<Integer>> columns =
                List.of(
                        CopiedColumn.text("a", it -> "row " + it),
                        CopiedColumn.whole("b", it -> 1L * it));
        List<Integer> many = IntStream.range(0, 20_000).boxed().toList();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream rows = CopyRows.of(columns, many)) {
            bytes.write(rows.read());
            byte[] piece = new byte[7_001];
            for (int got = rows.read(piece); got >= 0; got = rows.read(piece)) {
                bytes.write(piece, 0, got);
            }
            assertThat(rows.read()).isEqualTo(-1);
        }
        assertThat(bytes.toByteArray())
                .isEqualTo(
                        rows(out -> {
                            for (int it : many) {
                                out.writeShort(2);
                                field(out, ("row " + it).getBytes(StandardCharsets.UTF_8));
                                out.writeInt(8);
                                out.writeLong(it);
                            }
                        }));
    }

    private interface Body {
        void write(DataOutputStream out) throws IOException;
    }

    private static byte[] rows(Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.write(START);
            body.write(out);
            out.writeShort(-1);
        }
        return bytes.toByteArray();
    }

    private static void field(DataOutputStream out, byte[] value) throws IOException {
        out.writeInt(value.length);
        out.write(value);
    }
}
