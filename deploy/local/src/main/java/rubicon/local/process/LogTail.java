package rubicon.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The end of a log file, to be shown beside an error.
public final class LogTail {
    private static final int BYTES = 16 * 1024;

    private LogTail() {}

    /// The last lines, joined by line breaks; a remark in brackets when there are none.
    public static String of(Path log, int lines) {
        if (!Files.isReadable(log)) {
            return "(no log)";
        }
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(0, file.length() - BYTES);
            byte[] end = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            String tail =
                    String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
            return tail.isBlank() ? "(empty log)" : tail;
        } catch (IOException e) {
            return "(unreadable log: " + e.getMessage() + ")";
        }
    }
}
