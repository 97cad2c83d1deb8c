package rubicon.ui.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.model.wire.SubjectPayload;
import rubicon.ui.shell.SubjectNames;
import rubicon.ui.testing.Wire;

final class NewsTest {
    @Test
    void aReleaseARevisionAndARetractionAreToldApart() {
        List<News> news =
                News.of(
                        List.of(
                                Wire.row("first", 1, "STANDING", 60.0),
                                Wire.row("second", 2, "STANDING", 120.0),
                                Wire.row("third", 3, "RETRACTED", null)),
                        List.of(),
                        Map.of());

        assertThat(news)
                .extracting(News::kind)
                .containsExactly(News.Kind.RETRACTION, News.Kind.REVISION, News.Kind.RELEASE);
        assertThat(news)
                .extracting(News::title)
                .containsExactly("third: withdrawn", "second: 2.0 h", "first: 1.0 h");
    }

    @Test
    void recordsOfPeopleAndAgentsAreNamedAsOnTheirPages() {
        List<News> news =
                News.of(
                        List.of(
                                Wire.by(
                                        Wire.row("record-12", 1, "STANDING", 2.5),
                                        new SubjectPayload(null, null, null, null, "HUMAN")),
                                Wire.by(
                                        Wire.row("run-7", 2, "STANDING", 3.0),
                                        new SubjectPayload("o1", null, "AIDE", null, "AI")),
                                Wire.by(
                                        Wire.row("gone", 3, "RETRACTED", null),
                                        SubjectPayload.NONE)),
                        List.of(),
                        Map.of("metr-horizon-p50", new SubjectNames(true)));

        assertThat(news)
                .extracting(News::title)
                .containsExactly("gone: withdrawn", "AIDE · o1: 3.0 min", "people: 2.5 min");
    }

    @Test
    void aCorrectionOfAWholeFileIsOnePieceOfNewsToldByItsHighestValue() {
        List<LedgerRowPayload> corrected =
                IntStream.range(0, 20)
                        .mapToObj(i -> Wire.row("model-" + i, 2, "STANDING", 60.0 + i))
                        .toList();

        List<News> news = News.of(corrected, List.of(), Map.of());

        assertThat(news).hasSize(1);
        assertThat(news.getFirst().title())
                .isEqualTo("20 values revised, among them model-19: 1.3 h");
    }

    @Test
    void whatHeldBeforeItsRuleIsNoNews() {
        List<News> news =
                News.of(
                        List.of(),
                        List.of(
                                Wire.alert("old", 1, "FIRING", "INFO", List.of("BASELINE")),
                                Wire.alert("new", 1, "FIRING", "INFO", List.of())),
                        Map.of());

        assertThat(news).extracting(News::address).containsExactly("alerts/new");
        assertThat(news.getFirst().detail()).isEqualTo("firing, 12.0 h against 8 h");
    }

    @Test
    void whatGrewGraverAfterItsRuleIsNewsOfThatMoment() {
        Instant raised = Wire.RECORDED.plusSeconds(3_600);
        List<News> news =
                News.of(
                        List.of(),
                        List.of(
                                Wire.raised(
                                        Wire.alert("a", 1, "FIRING", "NOTICE", List.of("BASELINE")),
                                        2,
                                        "CRITICAL",
                                        raised)),
                        Map.of());

        assertThat(news).extracting(News::at).containsExactly(raised);
        assertThat(news.getFirst().detail()).startsWith("raised to critical, ");
    }

    @Test
    void atMostTwelveAreTold() {
        List<LedgerRowPayload> rows =
                IntStream.range(0, 30)
                        .mapToObj(i ->
                                Wire.row(
                                        "model-" + i,
                                        1,
                                        "STANDING",
                                        60.0,
                                        Wire.RECORDED.plusSeconds(60L * i)))
                        .toList();

        List<News> news = News.of(rows, List.of(), Map.of());

        assertThat(news).hasSize(12);
        assertThat(news.getFirst().title()).startsWith("model-29");
    }
}
