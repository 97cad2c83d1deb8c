package rubicon.ingest.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Which of the rows that vanished look like a broken upstream rather than a withdrawal: all, if
/// they are over a tenth; those of a file that has none left; and those of a file that is gone
/// itself.
///
/// @param held rows that are not withdrawn, with the paths of their files
/// @param words what is held, and which files are gone
record Vanished(Map<RowKey, String> held, List<String> words) {
    private static final int MOST_NAMED = 20;

    Vanished {
        held = Map.copyOf(held);
        words = List.copyOf(words);
    }

    /// @param before the rows that there were, with the paths of their files
    /// @param vanished those that are not there any more, in their order
    /// @param goneFiles paths of files that were there and are not
    static Vanished of(
            Map<RowKey, String> before, Map<RowKey, String> vanished, List<String> goneFiles) {
        List<String> words = new ArrayList<>();
        goneFiles.forEach(it -> words.add("the file '%s' is gone".formatted(it)));
        if (vanished.size() * 10 > before.size()) {
            words.add(words("", vanished.keySet(), before.size()));
            return new Vanished(vanished, words);
        }
        Map<String, Long> sizes =
                before.values().stream()
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map<RowKey, String> held = new LinkedHashMap<>();
        byFile(vanished)
                .forEach((file, rows) -> {
                    long size = sizes.getOrDefault(file, 0L);
                    boolean mayBeOfAGoneFile = file.isEmpty() && !goneFiles.isEmpty();
                    if (mayBeOfAGoneFile || (!file.isEmpty() && rows.size() == size)) {
                        rows.forEach(it -> held.put(it, file));
                        words.add(words(file, rows, size));
                    }
                });
        return new Vanished(held, words);
    }

    private static Map<String, List<RowKey>> byFile(Map<RowKey, String> rows) {
        return rows.entrySet().stream()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getValue,
                                TreeMap::new,
                                Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    private static String words(String file, Collection<RowKey> rows, long before) {
        String named =
                rows.stream()
                        .limit(MOST_NAMED)
                        .map(RowKey::words)
                        .collect(Collectors.joining(", "));
        return "%d of %d rows%s vanished and none was withdrawn: %s%s"
                .formatted(
                        rows.size(),
                        before,
                        file.isEmpty() ? "" : " of '%s'".formatted(file),
                        named,
                        rows.size() > MOST_NAMED
                                ? " and %d more".formatted(rows.size() - MOST_NAMED)
                                : "");
    }
}
