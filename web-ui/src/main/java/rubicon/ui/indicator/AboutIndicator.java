package rubicon.ui.indicator;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Kind;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorPayload.PlausibilityPayload;
import rubicon.ui.client.IngestClient;
import rubicon.ui.shell.Facts;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.Panel;
import rubicon.ui.shell.Parts;

/// What the catalogue says of an indicator, field by field. Title and description stand at the head
/// of the page.
final class AboutIndicator extends Composite<Panel> {
    private static final String NONE = "none known";

    private final IngestClient ingest;
    private @Nullable Shown shown;

    private record Shown(IndicatorPayload indicator, DataState data, Optional<Instant> asOf) {}

    AboutIndicator(IngestClient ingest) {
        this.ingest = ingest;
        getContent().setTestId("about");
        getContent().showEmpty("Loading …");
    }

    @Override
    protected Panel initContent() {
        return new Panel("About this indicator");
    }

    /// Shows an entry; what is shown already is left alone with what somebody opened in it.
    ///
    /// @param data how it stands for data
    /// @param asOf the moment of the past that the page shows; empty for now
    void show(IndicatorPayload indicator, DataState data, Optional<Instant> asOf) {
        Shown next = new Shown(indicator, data, asOf);
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        Div groups =
                new Div(
                        group("What is measured", measured(indicator)),
                        group("How it is read", read(indicator)),
                        group("Where it comes from", origin(indicator, data)),
                        group("What may be done with it", use(indicator, asOf)));
        groups.addClassName("about");
        getContent().show(groups);
    }

    private static Section group(String title, Facts facts) {
        return new Section(new H3(title), facts);
    }

    private static Facts measured(IndicatorPayload it) {
        return new Facts()
                .with("Id", Parts.code(it.id()))
                .with("Kind", Formats.words(it.kind()))
                .with("Unit", orNone(it.unit()))
                .with("Bounds", bounds(it))
                .with("Level of abstraction", level(it.view()))
                .with("Kinds of R&D work", categories(it))
                .with("Human baseline", human(it))
                .with("Noise ceiling", ceiling(it))
                .with("Normalisation", normalisation(it));
    }

    private static Facts read(IndicatorPayload it) {
        return new Facts()
                .with("More ability or automation means", direction(it.direction()))
                .with("Scale", Formats.words(it.scale()))
                .with("A date is", "that of the " + Formats.words(it.date()))
                .with("One result is", identity(it.identity()))
                .with("Trend window", window(it))
                .with("Eval runs", runs(it))
                .with("Implausible values", implausible(it))
                .with("Reference lines", lines(it))
                .with("Variants, never joined", variants(it));
    }

    private Facts origin(IndicatorPayload it, DataState data) {
        return new Facts()
                .with("Feed", feed(it, data))
                .with("Sources", sources(it))
                .with("Measured by", Formats.words(it.evaluator()))
                .with("Catalogue entry", new EntryVersions(ingest, it));
    }

    private Facts use(IndicatorPayload it, Optional<Instant> asOf) {
        return new Facts()
                .with("Licence", licence(it))
                .with("Export", new ExportNote(ingest, it, asOf))
                .with("Citation", orNone(it.citation()));
    }

    private static String bounds(IndicatorPayload it) {
        var bounds = it.bounds();
        if (bounds == null || (bounds.low() == null && bounds.high() == null)) {
            return "none: any value may come";
        }
        String low =
                bounds.low() == null
                        ? ""
                        : (Boolean.TRUE.equals(bounds.lowOpen()) ? "above " : "from ")
                                + line(bounds.low(), it);
        String high =
                bounds.high() == null
                        ? ""
                        : (Boolean.TRUE.equals(bounds.highOpen()) ? "below " : "up to ")
                                + line(bounds.high(), it);
        return low.isEmpty() || high.isEmpty() ? low + high : low + ", " + high;
    }

    private static String runs(IndicatorPayload it) {
        var runs = it.runs();
        if (runs == null) {
            return "none named";
        }
        List<String> examples = runs.examples() == null ? List.of() : runs.examples();
        return "suite %s, success in %d %%%s"
                .formatted(
                        runs.suite(),
                        runs.percent(),
                        examples.isEmpty()
                                ? ""
                                : "; those of %s are an example and make no value"
                                        .formatted(String.join(", ", examples)));
    }

    private static Component level(@Nullable String view) {
        String words = Formats.words(view);
        return view == null ? new Span(NONE) : Parts.link("views/" + words, words);
    }

    private static Component categories(IndicatorPayload it) {
        return ways(
                it.categories(),
                "no single one",
                id ->
                        Parts.link(
                                IndicatorNavigation.list(IndicatorsViewState.ofCategory(id)),
                                Formats.words(id)));
    }

    private static Component human(IndicatorPayload it) {
        var human = it.humanBaseline();
        if (human == null || human.value() == null) {
            return new Span(human == null || human.none() == null ? NONE : "none: " + human.none());
        }
        return sourced(
                line(human.value(), it) + also(human.who()) + effort(human.effort()),
                human.source());
    }

    private static String effort(@Nullable String effort) {
        return effort == null || effort.equals("not stated")
                ? ", effort not stated"
                : ", " + effort;
    }

    private static Component ceiling(IndicatorPayload it) {
        var ceiling = it.noiseCeiling();
        return ceiling == null || ceiling.value() == null
                ? new Span(NONE)
                : sourced(line(ceiling.value(), it) + also(ceiling.reason()), ceiling.source());
    }

    private static Component normalisation(IndicatorPayload it) {
        var declared = it.normalisation();
        return declared == null || declared.zero() == null || declared.one() == null
                ? new Span("none declared")
                : sourced(
                        line(declared.zero(), it)
                                + " counts as 0, "
                                + line(declared.one(), it)
                                + " as 1, "
                                + Formats.words(declared.scale())
                                + also(declared.reason()),
                        declared.source());
    }

    private static String direction(@Nullable String direction) {
        return switch (direction == null ? "" : direction) {
            case "HIGHER" -> "a higher value";
            case "LOWER" -> "a lower value";
            default -> "neither";
        };
    }

    private static String identity(@Nullable String identity) {
        return "SERIES".equals(identity)
                ? "a subject on a day: a series"
                : "a subject: what is stated later revises it";
    }

    private static Component window(IndicatorPayload it) {
        var window = it.trend();
        if (window == null) {
            return new Span("none: no trend is fitted");
        }
        String from = window.from() == null ? "all dates" : "from " + Formats.date(window.from());
        Double most = window.maxValue();
        String cutBy = window.cutBy();
        Span words = new Span(from + (most == null ? "" : ", values up to " + line(most, it)));
        if (cutBy != null) {
            words.add(" on ");
            words.add(Parts.link(IndicatorNavigation.indicator(cutBy), cutBy));
        }
        return words;
    }

    private static Component lines(IndicatorPayload it) {
        if (it.lines() == null || it.lines().isEmpty()) {
            return new Span("none");
        }
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        it.lines()
                .forEach(each -> {
                    String value = each.value() == null ? NONE : line(each.value(), it);
                    list.add(new ListItem(sourced(value + also(each.label()), each.source())));
                });
        return list;
    }

    private static Component variants(IndicatorPayload it) {
        return ways(it.variants(), "none", id -> Parts.link(IndicatorNavigation.indicator(id), id));
    }

    private static Component feed(IndicatorPayload it, DataState data) {
        String silence = it.staleAfter();
        String rests =
                silence == null
                        ? ""
                        : " A silence of more than %s is told as stale."
                                .formatted(silence.replaceAll("^P(\\d+)D$", "$1 d"));
        return Parts.stacked(
                new Span(Formats.words(it.feed()) + also(standing(it, data))),
                data.meaning() + rests);
    }

    /// How it stands, where the feed does not say so already.
    private static @Nullable String standing(IndicatorPayload it, DataState data) {
        return data.words().equals(Formats.words(it.feed())) ? null : data.words();
    }

    /// The first one stands where several know the same result.
    private static Component sources(IndicatorPayload it) {
        List<String> ranked = Objects.requireNonNullElse(it.sources(), List.of());
        if (ranked.isEmpty()) {
            return new Span(NONE);
        }
        if (ranked.size() == 1) {
            return new Span(ranked.getFirst());
        }
        OrderedList list = new OrderedList();
        list.addClassName("ranked");
        ranked.forEach(source -> list.add(new ListItem(source)));
        Div all = new Div(list);
        Span rule = new Span("Of several with one result the first stands.");
        rule.addClassName("detail");
        all.add(rule);
        return all;
    }

    private static Component licence(IndicatorPayload it) {
        var licence = it.licence();
        if (licence == null) {
            return new Span(NONE);
        }
        String export =
                switch (licence.export() == null ? "" : licence.export()) {
                    case "YES" -> "Open: exports may carry the values.";
                    case "CITE" -> "Values may be shown and quoted, not exported.";
                    case "NO" -> "Exports may not carry the values.";
                    case "OWN" -> "Computed here: exports may carry the values.";
                    default -> "Whether exports may carry the values is not known.";
                };
        return Parts.stacked(orNone(licence.id()), export);
    }

    private static Component ways(
            @Nullable List<String> ids, String none, Function<String, Component> link) {
        if (ids == null || ids.isEmpty()) {
            return new Span(none);
        }
        Div links = new Div();
        links.addClassName("ways");
        ids.forEach(id -> links.add(link.apply(id)));
        return links;
    }

    private static Div sourced(String words, @Nullable String source) {
        return Parts.stacked(words, "Source: " + orNone(source));
    }

    private static String line(double value, IndicatorPayload it) {
        return Formats.line(value, Objects.requireNonNullElse(it.unit(), ""));
    }

    private static String also(@Nullable String text) {
        return text == null || text.isBlank() ? "" : ", " + text;
    }

    private static String orNone(@Nullable String text) {
        return text == null || text.isBlank() ? NONE : text;
    }

    /// What the check holds; without a word of its own an entry has that of its kind.
    private static String implausible(IndicatorPayload it) {
        PlausibilityPayload own = it.plausibility();
        if (own == null) {
            return isChecked(it) ? "held from 10 robust deviations on" : "not held";
        }
        return own.deviations() == null
                ? "not held: " + orNone(own.none())
                : "held from %s robust deviations on".formatted(Formats.number(own.deviations()));
    }

    private static boolean isChecked(IndicatorPayload it) {
        return it.kind() != null
                && it.feed() != null
                && Kind.valueOf(it.kind()).isChecked(Feed.valueOf(it.feed()));
    }
}
