package rubicon.ui.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.model.wire.IndicatorPayload;
import rubicon.ui.client.Clients;
import rubicon.ui.shell.Formats;
import rubicon.ui.testing.BuiltIn;

/// Every entry of the catalogue that comes with Rubicon, field by field.
final class AboutIndicatorTest {

    /// The address of a download is one of a page; whoever sets a page keeps it.
    private final UI page = new UI();

    @BeforeEach
    void open() {
        UI.setCurrent(page);
    }

    @AfterEach
    void close() {
        UI.setCurrent(null);
    }

    @ParameterizedTest
    @MethodSource("rubicon.ui.testing.BuiltIn#indicators")
    void everyFieldOfEveryEntryIsShown(IndicatorPayload it) {
        String about = about(it, Optional.empty());

        assertThat(about).doesNotContain("null").doesNotContain("NaN");
        assertThat(about).contains(words(it));
        assertThat(about).contains("version " + it.version());
        assertThat(about)
                .contains(
                        it.staleAfter() == null
                                ? "Feed" + Formats.words(it.feed())
                                : it.staleAfter().replaceAll("\\D", "") + " d is told as stale");
        var bounds = it.bounds();
        assertThat(about)
                .contains(bounds == null ? "Boundsnone: any value" : "Bounds")
                .contains(it.trend() == null ? "Trend windownone" : "Trend window")
                .contains(it.lines() == null ? "Reference linesnone" : "Reference lines")
                .contains(it.variants() == null ? "never joinednone" : "never joined")
                .contains(it.noiseCeiling() == null ? "Noise ceilingnone known" : "Noise ceiling")
                .contains(it.humanBaseline() == null ? "Human baselinenone known" : "baseline");
    }

    @Test
    void boundsAreToldWithWhetherTheirEndsBelong() {
        assertThat(about(entry("metr-horizon-p50"), Optional.empty())).contains("Boundsabove 0 s");
        assertThat(about(entry("mle-bench-all-clean"), Optional.empty()))
                .contains("from 0 % with a medal, up to 100 % with a medal");
    }

    @Test
    void theTableIsOfTheMomentThatThePageShows() {
        IndicatorPayload it = entry("metr-horizon-p50");

        assertThat(about(it, Optional.empty())).contains("What stands now;");
        assertThat(about(it, Optional.of(Instant.parse("2026-02-01T23:59:59Z"))))
                .contains("What stood on 1 Feb 2026, 23:59:59 UTC;");
    }

    /// What its texts, ids, ranks and words of the contract look like on the page.
    private static List<String> words(IndicatorPayload it) {
        var human = it.humanBaseline();
        var ceiling = it.noiseCeiling();
        var trend = it.trend();
        var licence = Objects.requireNonNull(it.licence());
        return Stream.of(
                        Stream.of(it.id(), it.unit(), it.citation(), licence.id()),
                        Stream.of(it.kind(), it.scale(), it.view(), it.feed(), it.evaluator())
                                .map(Formats::words),
                        Stream.of("that of the " + Formats.words(it.date())),
                        Stream.of("SERIES".equals(it.identity()) ? "a series" : "a subject:"),
                        Stream.of(
                                "HIGHER".equals(it.direction())
                                        ? "a higher value"
                                        : "LOWER".equals(it.direction())
                                                ? "a lower value"
                                                : "neither"),
                        all(it.categories()).map(Formats::words),
                        all(it.sources()),
                        all(it.variants()),
                        human == null
                                ? Stream.<@Nullable String>empty()
                                : Stream.of(
                                        human.who(), human.source(), human.effort(), human.none()),
                        ceiling == null
                                ? Stream.<@Nullable String>empty()
                                : Stream.of(ceiling.reason(), ceiling.source()),
                        trend == null
                                ? Stream.<@Nullable String>empty()
                                : Stream.of(
                                        trend.cutBy(),
                                        trend.from() == null
                                                ? "all dates"
                                                : Formats.date(trend.from())),
                        it.lines() == null
                                ? Stream.<@Nullable String>empty()
                                : it.lines().stream()
                                        .flatMap(line -> Stream.of(line.label(), line.source())))
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .map(String::strip)
                .toList();
    }

    private static Stream<String> all(@Nullable List<String> words) {
        return words == null ? Stream.empty() : words.stream();
    }

    private static String about(IndicatorPayload it, Optional<Instant> asOf) {
        AboutIndicator about =
                new AboutIndicator(Clients.at(URI.create("http://127.0.0.1:1"), true));
        about.show(it, DataState.of(it, Optional.empty(), Instant.EPOCH), asOf);
        return about.getElement().getTextRecursively();
    }

    private static IndicatorPayload entry(String id) {
        return BuiltIn.indicators().stream()
                .filter(it -> id.equals(it.id()))
                .findFirst()
                .orElseThrow();
    }
}
