package rubicon.ui.about;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import rubicon.ui.shell.Page;
import rubicon.ui.shell.Panel;

/// Method, data, licences.
@Route("about")
@PageTitle("About · Rubicon")
public final class AboutView extends Div {
    AboutView() {
        Page page =
                new Page(
                        "About Rubicon",
                        "An observatory for the automation of AI research and development.");
        page.addClassName("prose-page");
        page.add(
                prose(
                        "What is shown",
                        "An indicator is a quantity that speaks of AI doing AI R&D: a benchmark's score,"
                                + " a time horizon, a share of code. Its frontier is the running best over"
                                + " the date that the value speaks of. Different definitions or variants of"
                                + " a benchmark are indicators of their own and are never joined in a line.",
                        "A time horizon is the length of a task, in the time that people take for it, at"
                                + " which an agent succeeds with probability 50 % or 80 %."),
                prose(
                        "How trends are computed",
                        "The doubling time is an ordinary least squares fit of the logarithm to base two"
                                + " of the value on its date, over the running best inside the window that"
                                + " the catalogue declares. Its interval is the 95 % Student t interval of"
                                + " the slope. Intervals of single values are the source's own; their"
                                + " method and level are named in the table, and they are not comparable"
                                + " across sources."),
                prose(
                        "How data is kept",
                        "The ledger is append only. A correction is a later revision; the earlier one"
                                + " stays and is shown struck through. Each row keeps where it was read,"
                                + " when, and the fingerprint of the bytes. With “as of” a page shows what"
                                + " the ledger knew at the end of a day, and its address shows the same to"
                                + " everyone, always."),
                prose(
                        "How alerts work",
                        "A rule compares a frontier with a threshold, with patience and hysteresis. What"
                                + " already held when a rule was made is history, not news, and is listed"
                                + " apart. Acknowledging an alert changes who knows, never what is true."),
                prose(
                        "What is told in words",
                        "Milestones, policy thresholds and people's forecasts are no measurements and are"
                                + " kept apart from them. Each names who tells it and the document; telling"
                                + " it again in other words makes a revision. They are marked on the charts"
                                + " of the indicators that they name: numbers for what happened, letters for"
                                + " what people expected, violet lines for numbers in policies. The list"
                                + " below each chart says the same in words.",
                        "A forecast is overdue when its last day is over and nobody has said what came of"
                                + " it: Rubicon never decides an outcome by itself. A goal is no forecast and"
                                + " is never scored."),
                prose(
                        "Licences",
                        "Rubicon is free software under the Apache License 2.0. Charts are drawn by Apache"
                                + " ECharts (Apache License 2.0); the pages are made with Vaadin Flow and"
                                + " Quarkus (Apache License 2.0). The data belong to their sources: each"
                                + " indicator's page names the licence and the citation."));
        add(page);
    }

    private static Panel prose(String title, String... paragraphs) {
        Panel panel = new Panel(title);
        Div text = new Div();
        text.addClassName("prose");
        for (String paragraph : paragraphs) {
            text.add(new Paragraph(paragraph));
        }
        panel.show(text);
        return panel;
    }
}
