package rubicon.ui.automation;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import rubicon.model.stats.Logistic;
import rubicon.model.wire.AutomationIndexPayload;
import rubicon.model.wire.AutomationIndexPayload.CategoryReadingPayload;

/// One S-curve with the categories on it, by the numbers that the table below gives them. A picture
/// of that table: screen readers are told so.
final class CurveFigure extends Div {
    private static final double WIDTH = 640;
    private static final double HEIGHT = 250;
    private static final double EDGE = 24;
    private static final double NEAR = 22;
    private static final int STEPS = 60;

    CurveFigure(AutomationIndexPayload index) {
        addClassName("curve-figure");
        setTestId("curve-figure");
        getElement().setAttribute("role", "img");
        getElement().setAttribute("aria-label", label(index));
        getElement().setProperty("innerHTML", svg(index));
    }

    static String label(AutomationIndexPayload index) {
        return "The categories on an S-curve, from not started to saturated: "
                + String.join(
                        ", ",
                        index.categories().stream()
                                .map(it ->
                                        it.title()
                                                + " "
                                                + IndexWords.number(it.score())
                                                + (it.imputed() ? " (imputed)" : ""))
                                .toList());
    }

    /// The drawing; only numbers of our own enter it.
    static String svg(AutomationIndexPayload index) {
        double kappa = index.parameters().kappa();
        double edge = Logistic.logit((1 + Math.sqrt(1 - index.parameters().theta())) / 2) / kappa;
        StringBuilder svg = new StringBuilder();
        svg.append(
                "<svg viewBox=\"0 0 %s %s\" aria-hidden=\"true\">"
                        .formatted(text(WIDTH), text(HEIGHT)));
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
        svg.append(
                "<text class=\"phase\" x=\"%s\" y=\"16\">steep part</text>"
                        .formatted(text(x(0.5 - edge) + 8)));
        dots(index.categories(), svg);
        return svg.append("</svg>").toString();
    }

    /// Dots that would hide each other's numbers get theirs at another height.
    private static void dots(List<CategoryReadingPayload> categories, StringBuilder svg) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < categories.size(); i++) {
            if (categories.get(i).mark() != null) {
                order.add(i);
            }
        }
        order.sort(Comparator.comparingDouble(i -> place(categories.get(i))));
        double before = Double.NEGATIVE_INFINITY;
        int level = 0;
        for (int i : order) {
            CategoryReadingPayload it = categories.get(i);
            double x = x(place(it));
            Double score = it.score();
            double y = y(score == null ? 0 : score);
            level = x - before < NEAR ? level + 1 : 0;
            before = x;
            svg.append(
                    "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"5\"/>"
                            .formatted(it.imputed() ? "dot imputed" : "dot", text(x), text(y)));
            svg.append(
                    "<text class=\"label\" x=\"%s\" y=\"%s\">%s</text>"
                            .formatted(text(x), text(y - 10 - 15 * level), i + 1));
        }
    }

    private static double place(CategoryReadingPayload it) {
        Double mark = it.mark();
        return mark == null ? 0 : Math.clamp(mark, 0, 1);
    }

    private static double x(double mark) {
        return EDGE + mark * (WIDTH - 2 * EDGE);
    }

    private static double y(double score) {
        return HEIGHT - EDGE - score * (HEIGHT - 4 * EDGE);
    }

    private static String text(double number) {
        return String.format(Locale.ENGLISH, "%.1f", number);
    }
}
