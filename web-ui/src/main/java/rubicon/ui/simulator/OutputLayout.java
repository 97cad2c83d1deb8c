package rubicon.ui.simulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.OutputPayload;
import rubicon.ui.shell.Formats;

/// How a model's answers are laid out, from their shapes alone: what is one value as a tile, lists
/// along an axis that the model answers as curves, one chart for each axis and unit, and lists
/// along what was typed in as a table.
///
/// @param tiles single values, and lists of their own
record OutputLayout(List<OutputPayload> tiles, List<Curves> curves, List<Rows> rows) {

    /// Lists of one unit along one axis.
    record Curves(OutputPayload axis, String unit, List<OutputPayload> outputs) {
        Curves {
            outputs = List.copyOf(outputs);
        }

        /// `Horizon (min) over dates` by what the names have in common, else `Share over spend`.
        String title() {
            String over = words(axis.name());
            String common = Formats.capital(common());
            if (common.isEmpty()) {
                return (unit.equals("1") ? "Values" : Formats.capital(unit)) + " over " + over;
            }
            boolean told = unit.equals("1") || Quantities.tellsItself(unit);
            return (told ? common : common + " (" + unit + ")") + " over " + over;
        }

        /// The words with which all names begin.
        private String common() {
            List<String> common = List.of(words(outputs.getFirst().name()).split(" "));
            for (OutputPayload output : outputs) {
                List<String> other = List.of(words(output.name()).split(" "));
                int same = 0;
                while (same < Math.min(common.size(), other.size())
                        && common.get(same).equals(other.get(same))) {
                    same++;
                }
                common = common.subList(0, same);
            }
            return String.join(" ", common);
        }

        /// The axis with its unit.
        String axisTitle() {
            String words = words(axis.name());
            return List.of("1", "date", "year", words).contains(axis.unit())
                    ? words
                    : words + " (" + axis.unit() + ")";
        }
    }

    /// Lists along the items of a parameter, or along words.
    record Rows(String along, List<OutputPayload> outputs) {
        Rows {
            outputs = List.copyOf(outputs);
        }

        String title() {
            return "By " + words(along);
        }
    }

    static OutputLayout of(ScenarioModelPayload model) {
        Set<String> axes =
                model.outputs().stream()
                        .flatMap(it -> java.util.stream.Stream.ofNullable(it.along()))
                        .collect(Collectors.toSet());
        List<OutputPayload> tiles = new ArrayList<>();
        Map<List<String>, List<OutputPayload>> curves = new LinkedHashMap<>();
        Map<String, List<OutputPayload>> rows = new LinkedHashMap<>();
        for (OutputPayload output : model.outputs()) {
            String along = output.along();
            if (along == null) {
                if (!axes.contains(output.name())) {
                    tiles.add(output);
                }
                continue;
            }
            boolean drawn =
                    output.shape().equals("REALS")
                            && model.output(along)
                                    .filter(it ->
                                            List.of("REALS", "WHOLES", "DAYS").contains(it.shape()))
                                    .isPresent();
            if (drawn) {
                curves.computeIfAbsent(List.of(along, output.unit()), _ -> new ArrayList<>())
                        .add(output);
            } else {
                rows.computeIfAbsent(along, _ -> new ArrayList<>()).add(output);
            }
        }
        return new OutputLayout(
                List.copyOf(tiles),
                curves.entrySet().stream()
                        .map(it ->
                                new Curves(
                                        model.output(it.getKey().getFirst()).orElseThrow(),
                                        it.getKey().getLast(),
                                        it.getValue()))
                        .toList(),
                rows.entrySet().stream().map(it -> new Rows(it.getKey(), it.getValue())).toList());
    }

    /// A name of the models as a person writes it: `peopleCurve` becomes `people`.
    static String words(String name) {
        String spaced =
                name.replaceAll("([a-z])([A-Z0-9])", "$1 $2").toLowerCase(java.util.Locale.ROOT);
        String bare =
                spaced.replaceAll("^curve | curve(?= |$)", "").replaceAll("\\bai\\b", "AI").strip();
        return bare.isEmpty() ? spaced : bare;
    }
}
