package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import rubicon.model.stats.Logistic;
import rubicon.ui.client.EvaluationPayload;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.ColumnPayload;
import rubicon.ui.client.ScenarioModelPayload.OutputPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;
import rubicon.ui.shell.Formats;

/// Marks along a drawn S, year by year, with what the model says of each year below: for any table
/// that has a share of its range for the ends of several years (`end2024`, `end2025`, …).
final class MarksFigure extends Div {
    private static final Pattern YEAR = Pattern.compile("end((?:19|20|21)\\d\\d)");
    private static final double WIDTH = 300;
    private static final double HEIGHT = 190;
    private static final double EDGE = 16;
    private static final double NEAR = 17;
    private static final double KAPPA = 10;
    private static final double THETA = 0.5;
    private static final int STEPS = 60;

    private final ScenarioModelPayload model;
    private final ParameterPayload table;
    private final List<Year> years;

    /// A column of marks.
    record Year(int year, String column) {}

    private MarksFigure(ScenarioModelPayload model, ParameterPayload table, List<Year> years) {
        this.model = model;
        this.table = table;
        this.years = years;
        addClassName("marks");
        setTestId("marks");
    }

    /// The figure of the first table that has such marks.
    static Optional<MarksFigure> of(ScenarioModelPayload model) {
        return model.parameters().stream()
                .filter(it -> years(it).size() > 1)
                .findFirst()
                .map(it -> new MarksFigure(model, it, years(it)));
    }

    /// The table that holds the marks.
    ParameterPayload table() {
        return table;
    }

    /// The years whose ends are marked in a table.
    static List<Year> years(ParameterPayload parameter) {
        List<Year> years = new ArrayList<>();
        for (ColumnPayload column : parameter.columns()) {
            Matcher year = YEAR.matcher(column.name());
            if (year.matches() && TableEditor.isShare(column)) {
                years.add(new Year(Integer.parseInt(year.group(1)), column.name()));
            }
        }
        return years;
    }

    void show(EvaluationPayload answer) {
        removeAll();
        JsonNode rows = answer.value(table.name());
        Div panels = new Div();
        panels.addClassName("marks-years");
        double kappa = number(answer, "kappa", KAPPA);
        double theta = number(answer, "theta", THETA);
        for (int i = 0; i < years.size(); i++) {
            Year year = years.get(i);
            List<Double> marks = new ArrayList<>();
            rows.forEach(row -> marks.add(row.path(year.column()).asDouble()));
            Div picture = new Div();
            picture.addClassName("curve-figure");
            picture.getElement().setAttribute("role", "img");
            picture.getElement()
                    .setAttribute(
                            "aria-label",
                            "Positions at the end of %d: %s"
                                    .formatted(year.year(), spoken(rows, marks)));
            picture.getElement().setProperty("innerHTML", svg(marks, kappa, theta));
            Div panel = new Div(new H3("End of " + year.year()), picture);
            Span told = new Span(aggregate(answer, i));
            told.addClassName("detail");
            told.setTestId("aggregate-" + year.year());
            panel.add(told);
            panels.add(panel);
        }
        OrderedList names = new OrderedList();
        names.addClassName("marks-names");
        for (int i = 0; i < rows.size(); i++) {
            names.add(new ListItem(name(rows, i)));
        }
        add(panels, names);
    }

    /// What the model says of a year, from the lists that run along the same years.
    private String aggregate(EvaluationPayload answer, int index) {
        List<String> said = new ArrayList<>();
        for (OutputPayload output : model.outputs()) {
            String along = output.along();
            if (along != null && isYears(answer.value(along))) {
                said.add(
                        "%s %s"
                                .formatted(
                                        OutputLayout.words(output.name()),
                                        Quantities.text(
                                                answer.value(output.name()).path(index),
                                                Quantities.isShare(output.unit())
                                                        ? output.unit()
                                                        : "1")));
            }
        }
        return Formats.capital(String.join(" · ", said));
    }

    private boolean isYears(JsonNode axis) {
        return axis.isArray()
                && axis.size() == years.size()
                && IntStream.range(0, axis.size())
                        .allMatch(i -> axis.get(i).asInt() == years.get(i).year());
    }

    private String spoken(JsonNode rows, List<Double> marks) {
        return String.join(
                ", ",
                IntStream.range(0, marks.size())
                        .mapToObj(i -> name(rows, i) + " " + Quantities.number(marks.get(i)))
                        .toList());
    }

    private String name(JsonNode rows, int row) {
        return table.columns().stream()
                .filter(it -> it.type().equals("NAME"))
                .findFirst()
                .map(it -> Formats.words(rows.get(row).path(it.name()).asText()))
                .orElse("row " + (row + 1));
    }

    private static double number(EvaluationPayload answer, String parameter, double otherwise) {
        return Json.real(answer.value(parameter)).orElse(otherwise);
    }

    /// The drawing; only numbers of our own enter it.
    static String svg(List<Double> marks, double kappa, double theta) {
        double edge = Logistic.logit((1 + Math.sqrt(1 - theta)) / 2) / kappa;
        StringBuilder svg = new StringBuilder();
        svg.append("<svg viewBox=\"0 0 %.0f %.0f\" aria-hidden=\"true\">".formatted(WIDTH, HEIGHT));
        svg.append(
                "<rect class=\"steep\" x=\"%s\" y=\"0\" width=\"%s\" height=\"%s\"/>"
                        .formatted(
                                text(x(0.5 - edge)),
                                text(x(0.5 + edge) - x(0.5 - edge)),
                                text(HEIGHT)));
        svg.append("<path class=\"curve\" d=\"");
        for (int i = 0; i <= STEPS; i++) {
            double mark = (double) i / STEPS;
            svg.append(i == 0 ? 'M' : 'L')
                    .append(text(x(mark)))
                    .append(' ')
                    .append(text(y(Logistic.of(kappa * (mark - 0.5)))));
        }
        svg.append("\"/>");
        dots(marks, kappa, svg);
        return svg.append("</svg>").toString();
    }

    /// Dots that would hide each other's numbers get theirs at another height.
    private static void dots(List<Double> marks, double kappa, StringBuilder svg) {
        List<Integer> order =
                IntStream.range(0, marks.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(marks::get))
                        .toList();
        double before = Double.NEGATIVE_INFINITY;
        int level = 0;
        for (int i : order) {
            double x = x(Math.clamp(marks.get(i), 0, 1));
            double y = y(Logistic.of(kappa * (marks.get(i) - 0.5)));
            level = x - before < NEAR ? level + 1 : 0;
            before = x;
            svg.append(
                    "<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"4.5\"/>"
                            .formatted(text(x), text(y)));
            // By turns above and below the curve.
            double away = 13 * (level / 2);
            double at = level % 2 == 0 ? y - 9 - away : y + 19 + away;
            svg.append(
                    "<text class=\"label\" x=\"%s\" y=\"%s\">%d</text>"
                            .formatted(text(x), text(Math.clamp(at, 11, HEIGHT - 3)), i + 1));
        }
    }

    private static double x(double mark) {
        return EDGE + mark * (WIDTH - 2 * EDGE);
    }

    private static double y(double score) {
        return HEIGHT - 2.2 * EDGE - score * (HEIGHT - 5 * EDGE);
    }

    private static String text(double number) {
        return String.format(Locale.ENGLISH, "%.1f", number);
    }
}
