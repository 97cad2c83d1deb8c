package rubicon.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Options of the form `--name value`, each with a default; the last of a name counts.
public final class Arguments {
    private static final String PEER = "vs";
    private static final String RATIO = "min-ratio";

    private final List<Option> given;

    private Arguments(List<Option> given) {
        this.given = given;
    }

    private record Option(String name, String value) {}

    /// Reads a command line.
    ///
    /// @param known names without dashes
    /// @throws IllegalArgumentException if an option is unknown or lacks its value
    public static Arguments parse(List<String> line, String... known) {
        List<String> names = List.of(known);
        List<Option> given = new ArrayList<>();
        for (int i = 0; i < line.size(); i += 2) {
            String name = line.get(i).replaceFirst("^--", "");
            if (!line.get(i).startsWith("--") || !names.contains(name)) {
                throw new IllegalArgumentException(
                        "there is no option %s; known are --%s"
                                .formatted(line.get(i), String.join(", --", known)));
            }
            if (i + 1 == line.size()) {
                throw new IllegalArgumentException(line.get(i) + " needs a value");
            }
            given.add(new Option(name, line.get(i + 1)));
        }
        return new Arguments(given);
    }

    /// As [#parse], with `--vs PEER` and `--min-ratio R` besides, which [#bars] reads.
    public static Arguments parseContest(List<String> line, String... known) {
        List<String> names = new ArrayList<>(List.of(known));
        names.addAll(List.of(PEER, RATIO));
        return parse(line, names.toArray(String[]::new));
    }

    /// What an option says, as it stands.
    public Optional<String> text(String name) {
        return given.stream()
                .filter(it -> it.name().equals(name))
                .reduce((_, last) -> last)
                .map(Option::value);
    }

    /// A positive number.
    ///
    /// @throws IllegalArgumentException naming the option if it is none
    public double positive(String name, double otherwise) {
        return given.stream()
                .filter(it -> it.name().equals(name))
                .reduce((_, last) -> last)
                .map(Arguments::positive)
                .orElse(otherwise);
    }

    /// A positive whole number.
    ///
    /// @throws IllegalArgumentException naming the option if it is none
    public int count(String name, int otherwise) {
        double value = positive(name, otherwise);
        if (value != Math.rint(value) || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("--%s must be a whole number".formatted(name));
        }
        return (int) value;
    }

    /// Those that the house is compared with: each `--vs PEER`, with the `--min-ratio` that follows
    /// it, else with the bar that the peer has anyway.
    ///
    /// @param known every peer with its own bar; all of them are meant where none is named
    /// @throws IllegalArgumentException if a peer is unknown or named twice, or if a ratio follows
    ///   none
    public List<Bar> bars(List<Bar> known) {
        List<Bar> bars = new ArrayList<>();
        for (Option it : given) {
            switch (it.name()) {
                case PEER -> {
                    if (bars.stream().anyMatch(bar -> bar.peer().equals(it.value()))) {
                        throw new IllegalArgumentException(it.value() + " is named twice");
                    }
                    bars.add(find(it.value(), known));
                }
                case RATIO -> {
                    if (bars.isEmpty()) {
                        throw new IllegalArgumentException("--min-ratio follows a --vs");
                    }
                    bars.add(new Bar(bars.removeLast().peer(), positive(it)));
                }
                default -> {
                    // says nothing of peers
                }
            }
        }
        return bars.isEmpty() ? known : bars;
    }

    private static Bar find(String peer, List<Bar> known) {
        return known.stream()
                .filter(it -> it.peer().equals(peer))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "there is no peer %s; known are %s"
                                        .formatted(
                                                peer,
                                                known.stream()
                                                        .map(Bar::peer)
                                                        .collect(Collectors.joining(", ")))));
    }

    private static double positive(Option option) {
        try {
            double value = Double.parseDouble(option.value());
            if (value > 0 && Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, like one out of range
        }
        throw new IllegalArgumentException(
                "--%s must be above 0, not '%s'".formatted(option.name(), option.value()));
    }
}
