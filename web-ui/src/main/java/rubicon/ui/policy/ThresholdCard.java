package rubicon.ui.policy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.signals.Signal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.model.wire.PolicyThresholdPayload;
import rubicon.model.wire.PolicyThresholdPayload.DeterminationPayload;
import rubicon.model.wire.PolicyThresholdPayload.NumericLinePayload;
import rubicon.ui.chronicle.Entries;
import rubicon.ui.chronicle.Passing;
import rubicon.ui.chronicle.PolicyWords;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.live.IndicatorFeed;
import rubicon.ui.shell.Badge;
import rubicon.ui.shell.DataTable;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Parts;
import rubicon.ui.shell.SubjectNames;

/// One threshold of an issuer in one version: its test in words, its numbers beside what is reached
/// now, live, and what was determined, newest first.
final class ThresholdCard extends Article {
    private final Catalogue catalogue;
    private final IndicatorFeed feed;

    /// What the catalogue knows, by id.
    interface Catalogue {
        Optional<IndicatorPayload> indicator(String id);

        /// The title of a threshold, by its id.
        Optional<String> threshold(String id);
    }

    ThresholdCard(PolicyThresholdPayload it, Catalogue catalogue, IndicatorFeed feed) {
        this.catalogue = catalogue;
        this.feed = feed;
        addClassName("threshold");
        setClassName("gone", PolicyWords.isPast(it));
        setTestId("threshold");
        getElement().setAttribute("data-threshold", Entries.text(it.id()));
        add(head(it), words("threshold-test", it.test()));
        if (it.lines() != null && !it.lines().isEmpty()) {
            add(lines(it.lines()));
        } else {
            add(words("remark", "No number is published for it."));
        }
        if (it.determinations() == null || it.determinations().isEmpty()) {
            add(words("remark", "No determination is held."));
        } else {
            add(determinations(it.determinations()));
        }
        if (!Entries.text(it.gaps()).isEmpty()) {
            add(words("remark", "Not known: " + Entries.text(it.gaps())));
        }
        if (it.indicators() != null && !it.indicators().isEmpty()) {
            add(bearing(it.indicators()));
        }
        add(Entries.source(it.citation(), it.locator(), it.evidence()));
    }

    private Div head(PolicyThresholdPayload it) {
        Div badges = new Div(PolicyWords.status(it));
        badges.addClassName("badges");
        latest(it).ifPresent(badges::add);
        Div title = new Div(new H3(Entries.text(it.level())), badges);
        title.addClassName("threshold-title");
        Span version = new Span(version(it));
        version.addClassName("detail");
        Div head = new Div(title, version);
        head.addClassName("threshold-head");
        return head;
    }

    /// The newest determination's status, named as such.
    private static Optional<Badge> latest(PolicyThresholdPayload it) {
        return it.determinations() == null
                ? Optional.empty()
                : it.determinations().stream()
                        .max(Comparator.comparing(ThresholdCard::date))
                        .map(last -> PolicyWords.determination(last.status()));
    }

    private String version(PolicyThresholdPayload it) {
        String text = PolicyWords.framework(it);
        if (it.firstSeen() != null) {
            text += " · first seen " + Formats.date(it.firstSeen(), it.precision());
        }
        String next = Entries.text(it.supersededBy());
        return next.isEmpty()
                ? text
                : text + " · superseded by " + catalogue.threshold(next).orElse(next);
    }

    private DataTable lines(List<NumericLinePayload> lines) {
        DataTable table =
                new DataTable(
                        "Published numbers, beside what is reached now",
                        DataTable.Column.text("Published number on"),
                        DataTable.Column.number("Line"),
                        DataTable.Column.number("Reached now"),
                        DataTable.Column.text("How far"));
        for (NumericLinePayload line : lines) {
            row(table, line);
        }
        return table;
    }

    private void row(DataTable table, NumericLinePayload line) {
        String id = Entries.text(line.indicator());
        Optional<IndicatorPayload> known = catalogue.indicator(id);
        String title = known.map(IndicatorPayload::title).orElse(id);
        String unit = known.map(IndicatorPayload::unit).orElse("");
        Span value = new Span();
        Span by = small();
        Badge far = new Badge("", Badge.Tone.NEUTRAL);
        far.setTestId("distance-" + id);
        Span rests = small();
        Component name =
                known.isPresent()
                        ? Parts.link(IndicatorNavigation.indicator(id), title)
                        : new Span(id);
        table.row(
                        Parts.stacked(name, Entries.text(line.note())),
                        new Span(PolicyWords.line(line, unit)),
                        stacked(value, by),
                        stacked(far, rests))
                .setTestId("threshold-line");
        Signal<Optional<IndicatorStatePayload>> live = feed.state(id);
        Signal.effect(
                value, () -> show(live.get().orElse(null), line, known, value, by, far, rests));
    }

    private static void show(
            @Nullable IndicatorStatePayload state,
            NumericLinePayload line,
            Optional<IndicatorPayload> indicator,
            Span value,
            Span by,
            Badge far,
            Span rests) {
        double number = line.value() == null ? Double.NaN : line.value();
        Passing passing = Passing.of(state, line.op(), number);
        String unit = indicator.map(IndicatorPayload::unit).orElse("");
        SubjectNames names =
                state == null
                        ? new SubjectNames(false)
                        : SubjectNames.of(indicator.orElse(null), state);
        Passing.Words words = passing.words(unit, names);
        far.setText(words.main());
        far.getElement()
                .setAttribute(
                        "data-tone", passing instanceof Passing.Passed ? "warning" : "neutral");
        rests.setText(passing instanceof Passing.Ahead ? "" : words.detail());
        if (state == null || state.frontier().isEmpty()) {
            value.setText(Formats.UNKNOWN);
            by.setText("");
        } else {
            var best = state.frontier().getLast();
            value.setText(Formats.value(best.value(), unit));
            by.setText(Passing.named(best, names));
        }
    }

    private static DataTable determinations(List<DeterminationPayload> determinations) {
        DataTable table =
                new DataTable(
                        "Determinations, newest first",
                        DataTable.Column.text("Determined of"),
                        DataTable.Column.text("When"),
                        DataTable.Column.text("Status"),
                        DataTable.Column.text("On what it rests"));
        table.addClassName("determinations");
        determinations.stream()
                .sorted(Comparator.comparing(ThresholdCard::date).reversed())
                .forEach(it ->
                        table.row(
                                        new Span(Entries.text(it.model())),
                                        new Span(when(it)),
                                        PolicyWords.determination(it.status()),
                                        basis(it))
                                .setTestId("determination"));
        return table;
    }

    private static Div basis(DeterminationPayload it) {
        Div basis = new Div();
        basis.addClassName("stacked");
        if (!Entries.text(it.basis()).isEmpty()) {
            basis.add(new Span(Entries.text(it.basis())));
        }
        basis.add(Entries.source(it.citation(), it.locator(), it.evidence()));
        return basis;
    }

    private Div bearing(List<String> ids) {
        Span label = new Span("Could bear on it:");
        label.addClassName("detail");
        Div links = new Div(label);
        links.addClassName("tags");
        for (String id : ids) {
            var link = Parts.link(IndicatorNavigation.indicator(id), title(id));
            link.addClassName("tag");
            links.add(link);
        }
        return links;
    }

    private String title(String id) {
        return catalogue.indicator(id).map(IndicatorPayload::title).orElse(id);
    }

    private static String when(DeterminationPayload it) {
        return it.date() == null ? Formats.UNKNOWN : Formats.date(it.date(), it.precision());
    }

    private static LocalDate date(DeterminationPayload it) {
        return Objects.requireNonNullElse(it.date(), LocalDate.EPOCH);
    }

    private static Paragraph words(String style, @Nullable String text) {
        Paragraph words = new Paragraph(Entries.text(text));
        words.addClassName(style);
        return words;
    }

    private static Div stacked(Component... lines) {
        Div stacked = new Div(lines);
        stacked.addClassName("stacked");
        return stacked;
    }

    private static Span small() {
        Span small = new Span();
        small.addClassName("detail");
        return small;
    }
}
