package rubicon.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How long the processes of a house, with their children, have kept processors busy, and the
/// driver that asks.
///
/// @param byProcess since each began, by component and process
public record ProcessorTime(SortedMap<String, Map<Long, Duration>> byProcess) {
    private static final String DRIVER = "driver";

    /// As of now.
    ///
    /// @param status of the house, as `./rubicon status --json` prints it
    public static ProcessorTime of(JsonNode status) {
        SortedMap<String, Map<Long, Duration>> times = new TreeMap<>();
        Set<Long> components = new HashSet<>();
        status.path("components").forEach(it -> components.add(it.path("pid").asLong()));
        for (JsonNode it : status.path("components")) {
            times.put(it.path("name").asText(), busy(it.path("pid").asLong(), components));
        }
        ProcessHandle driver = ProcessHandle.current();
        times.put(DRIVER, Map.of(driver.pid(), busy(driver)));
        return new ProcessorTime(times);
    }

    /// The shares of one processor that each component used since then, as a line of text.
    public String since(JsonNode status, Duration took) {
        return "of one processor: "
                + each(status, "%s %.0f %%", it -> 100.0 * it.toMillis() / took.toMillis());
    }

    /// The milliseconds that each component used since then for a thousand records, as a line of
    /// text.
    public String perThousand(JsonNode status, long records) {
        return "processor ms per 1,000 records: "
                + each(status, "%s %.1f", it -> 1_000.0 * it.toMillis() / records);
    }

    private String each(JsonNode status, String format, ToDoubleFunction<Duration> figure) {
        return ProcessorTime.of(status).byProcess().entrySet().stream()
                .map(it ->
                        String.format(
                                Locale.ROOT,
                                format,
                                it.getKey(),
                                figure.applyAsDouble(
                                        since(
                                                byProcess.getOrDefault(it.getKey(), Map.of()),
                                                it.getValue()))))
                .collect(Collectors.joining(", "));
    }

    /// Processes that ended meanwhile are forgotten.
    private static Duration since(Map<Long, Duration> before, Map<Long, Duration> now) {
        return now.entrySet().stream()
                .map(it -> it.getValue().minus(before.getOrDefault(it.getKey(), Duration.ZERO)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /// Children count, but for those that are components of their own.
    private static Map<Long, Duration> busy(long pid, Set<Long> components) {
        return ProcessHandle.of(pid)
                .map(it -> Stream.concat(Stream.of(it), it.children()))
                .orElseGet(Stream::empty)
                .filter(it -> it.pid() == pid || !components.contains(it.pid()))
                .collect(Collectors.toMap(ProcessHandle::pid, ProcessorTime::busy));
    }

    private static Duration busy(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
