package rubicon.ui.automation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AutomationIndexPayload;
import rubicon.model.wire.AutomationIndexPayload.AsidePayload;
import rubicon.model.wire.AutomationIndexPayload.BestPayload;
import rubicon.model.wire.AutomationIndexPayload.CategoryReadingPayload;
import rubicon.model.wire.AutomationIndexPayload.ContributionPayload;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;

/// The categories with what each rests on, one row each; below a category what stands beside it.
final class CategoryTable extends Div {
    CategoryTable(AutomationIndexPayload index) {
        DataTable table =
                new DataTable(
                        "The categories with their positions and what contributes to them",
                        DataTable.Column.text("Category"),
                        DataTable.Column.text("Position"),
                        DataTable.Column.text("What counts"),
                        DataTable.Column.number("Moves the index"));
        int number = 1;
        for (CategoryReadingPayload it : index.categories()) {
            table.row(
                            Parts.stacked(
                                    number++ + " " + it.title(),
                                    Formats.words(it.strength())
                                            + " evidence: "
                                            + it.strengthReason()),
                            Parts.stacked(
                                    IndexWords.number(it.score()) + ", " + IndexWords.phase(it),
                                    IndexWords.interval(it.low(), it.high(), index.level())),
                            counted(it),
                            new Span(elasticity(it)))
                    .getElement()
                    .setAttribute("data-testid", "category-row");
        }
        add(table);
    }

    private static String elasticity(CategoryReadingPayload it) {
        Double elasticity = it.elasticity();
        return elasticity == null ? Formats.UNKNOWN : IndexWords.percent(elasticity);
    }

    private static Component counted(CategoryReadingPayload it) {
        Div all = new Div();
        all.addClassName("contributions");
        if (it.contributions().isEmpty()) {
            all.add(new Span("Nothing counts."));
        }
        it.contributions().forEach(each -> all.add(contribution(each)));
        if (!it.shown().isEmpty()) {
            UnorderedList beside = new UnorderedList();
            it.shown().forEach(each -> beside.add(new ListItem(aside(each))));
            NativeDetails more =
                    new NativeDetails(it.shown().size() + " shown beside, not counted", beside);
            more.setTestId("shown-beside");
            all.add(more);
        }
        return all;
    }

    private static Div contribution(ContributionPayload it) {
        Div line = new Div();
        line.addClassName("contribution");
        line.setTestId("contribution");
        BestPayload best = it.best();
        Span value =
                new Span(
                        Formats.value(best.value(), it.unit())
                                + " by "
                                + Formats.subject(best.subject())
                                + ", "
                                + Formats.date(best.observedOn(), best.precision()));
        Span detail =
                new Span(
                        "saturation %s (%s); weight %s = catalogue %s × freshness %s × %s %s; share of the category %s; ln A +%s a logit; %s"
                                .formatted(
                                        IndexWords.number(it.saturation()),
                                        IndexWords.normalised(it.normalisation(), it.unit()),
                                        IndexWords.number(
                                                it.catalogueWeight()
                                                        * it.freshness()
                                                        * it.independence()),
                                        IndexWords.number(it.catalogueWeight()),
                                        IndexWords.number(it.freshness()),
                                        Formats.words(best.evaluator()),
                                        IndexWords.number(it.independence()),
                                        IndexWords.percent(it.share()),
                                        IndexWords.number(it.leverage()),
                                        best.source()));
        detail.addClassName("detail");
        line.add(Parts.link(IndicatorNavigation.indicator(it.indicator()), it.title()), value);
        String marks = IndexWords.marks(it);
        if (!marks.isEmpty()) {
            Span mark = new Span(marks);
            mark.addClassName("contribution-mark");
            line.add(mark);
        }
        line.add(detail);
        return line;
    }

    private static Component aside(AsidePayload it) {
        return new Span(
                Parts.link(IndicatorNavigation.indicator(it.indicator()), it.title()),
                new Span(": " + it.reason() + value(it.best(), it.unit())));
    }

    private static String value(@Nullable BestPayload best, String unit) {
        return best == null
                ? ""
                : " ("
                        + Formats.value(best.value(), unit)
                        + ", "
                        + Formats.subject(best.subject())
                        + ")";
    }
}
