package rubicon.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How long the processes of a house, with their children, have kept processors busy.
///
/// @param byComponent since each began
public record ProcessorTime(SortedMap<String, Duration> byComponent) {

    /// As of now.
    ///
    /// @param status of the house, as `./rubicon status --json` prints it
    public static ProcessorTime of(JsonNode status) {
        SortedMap<String, Duration> times = new TreeMap<>();
        Set<Long> components = new HashSet<>();
        status.path("components").forEach(it -> components.add(it.path("pid").asLong()));
        for (JsonNode it : status.path("components")) {
            times.put(it.path("name").asText(), busy(it.path("pid").asLong(), components));
        }
        return new ProcessorTime(times);
    }

    /// The shares of one processor that each used since then, as a line of text.
    public String since(JsonNode status, Duration took) {
        return ProcessorTime.of(status).byComponent().entrySet().stream()
                .map(it ->
                        String.format(
                                Locale.ROOT,
                                "%s %.0f %%",
                                it.getKey(),
                                100.0
                                        * (it.getValue().toMillis()
                                                - byComponent
                                                        .getOrDefault(it.getKey(), Duration.ZERO)
                                                        .toMillis())
                                        / took.toMillis()))
                .collect(Collectors.joining(", ", "of one processor: ", ""));
    }

    /// Children count, but for those that are components of their own.
    private static Duration busy(long pid, Set<Long> components) {
        return ProcessHandle.of(pid)
                .map(it -> Stream.concat(Stream.of(it), it.children()))
                .orElseGet(Stream::empty)
                .filter(it -> it.pid() == pid || !components.contains(it.pid()))
                .flatMap(it -> it.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
