package rubicon.ingest.source;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rubicon.ingest.source.format.Cells;

/// What one run of a source fetched.
///
/// @param options as `sources.yaml` has them; a part of an option as `option.part`
/// @param parts one for each file that was there, in the order of the connector's layout
public record Delivery(Map<String, String> options, List<Fetched> parts) {
    public Delivery {
        options = Map.copyOf(options);
        parts = List.copyOf(parts);
    }

    /// The same without the files of these paths.
    Delivery without(Set<String> paths) {
        return new Delivery(
                options, parts.stream().filter(it -> !paths.contains(it.path())).toList());
    }

    /// The parts of an option that has several, by their names.
    public Map<String, String> optionsOf(String name) {
        String prefix = name + ".";
        return options.entrySet().stream()
                .filter(it -> it.getKey().startsWith(prefix))
                .collect(
                        Collectors.toUnmodifiableMap(
                                it -> it.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    /// The names of columns and fields that were there and that its connector did not ask for.
    ///
    /// @param most how many are told
    public List<String> unread(int most) {
        return parts.stream()
                .flatMap(it -> it.use().unread().stream())
                .map(Cells::shortened)
                .distinct()
                .sorted()
                .limit(most)
                .toList();
    }

    /// The one file of a source that has no more.
    public Fetched only() {
        return parts.getFirst();
    }

    /// The file of that path.
    ///
    /// @throws DriftException if it is not there
    public Fetched needed(String path) throws DriftException {
        return part(path)
                .orElseThrow(() -> new DriftException("the file '%s' is missing".formatted(path)));
    }

    /// The file of that path, if it is there.
    public Optional<Fetched> part(String path) {
        return parts.stream().filter(it -> it.path().equals(path)).findFirst();
    }
}
