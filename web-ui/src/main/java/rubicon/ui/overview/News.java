package rubicon.ui.overview;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.ui.alert.AlertNavigation;
import rubicon.ui.alert.AlertWords;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.live.AlertNews;
import rubicon.ui.shell.Formats;
import rubicon.ui.shell.SubjectNames;

/// Something that changed: a release, a correction, an alert.
///
/// @param address where it is explained
record News(Kind kind, String title, String detail, String address, Instant at) {
    /// What changed, as a word that is shown.
    enum Kind {
        RELEASE("release"),
        REVISION("revision"),
        RETRACTION("retraction"),
        HELD("held"),
        ALERT("alert");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private static final int MOST = 12;

    /// From how many like changes on they are told as one.
    private static final int MANY = 3;

    /// The newest first, at most twelve. A correction of a whole file is one piece of news.
    ///
    /// @param names of subjects, by the indicator's id
    static List<News> of(
            List<LedgerRowPayload> releases,
            List<AlertPayload> alerts,
            Map<String, SubjectNames> names) {
        Map<Batch, List<LedgerRowPayload>> batches =
                releases.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Batch::of, LinkedHashMap::new, Collectors.toList()));
        return Stream.concat(
                        batches.values().stream().flatMap(batch -> told(batch, names)),
                        alerts.stream().filter(News::isNews).map(News::of))
                .sorted(Comparator.comparing(News::at).reversed().thenComparing(News::title))
                .limit(MOST)
                .toList();
    }

    /// Rows that arrived together and say the same kind of thing.
    private record Batch(Kind kind, String indicator, String source, Instant minute) {
        static Batch of(LedgerRowPayload row) {
            return new Batch(
                    kindOf(row),
                    row.indicator(),
                    row.source(),
                    row.recordedAt().truncatedTo(ChronoUnit.MINUTES));
        }
    }

    private static Stream<News> told(
            List<LedgerRowPayload> batch, Map<String, SubjectNames> names) {
        if (batch.size() < MANY) {
            return batch.stream().map(row -> of(row, names));
        }
        LedgerRowPayload newest =
                batch.stream()
                        .max(Comparator.comparing(LedgerRowPayload::recordedAt))
                        .orElseThrow();
        News example =
                of(
                        batch.stream().max(Comparator.comparingDouble(News::height)).orElse(newest),
                        names);
        String many =
                switch (kindOf(newest)) {
                    case RELEASE -> " new values";
                    case REVISION -> " values revised";
                    case RETRACTION -> " values retracted";
                    case HELD -> " values held for being implausible";
                    case ALERT -> " alerts";
                };
        return Stream.of(
                new News(
                        kindOf(newest),
                        batch.size() + many + ", among them " + example.title(),
                        newest.indicator(),
                        example.address(),
                        newest.recordedAt()));
    }

    /// The highest value stands for its batch.
    private static double height(LedgerRowPayload row) {
        Double value = row.value();
        return value == null ? Double.NEGATIVE_INFINITY : value;
    }

    private static Kind kindOf(LedgerRowPayload row) {
        if (row.status().equals("RETRACTED")) {
            return Kind.RETRACTION;
        }
        if (row.held() != null) {
            return Kind.HELD;
        }
        return row.revision() > 1 ? Kind.REVISION : Kind.RELEASE;
    }

    private static boolean isNews(AlertPayload alert) {
        return AlertNews.isNews(alert) && AlertWords.since(alert) != null;
    }

    private static News of(LedgerRowPayload row, Map<String, SubjectNames> names) {
        Double value = row.value();
        String said = value == null ? "withdrawn" : Formats.value(value, row.unit());
        String whose = names.getOrDefault(row.indicator(), new SubjectNames(false)).of(row);
        return new News(
                kindOf(row),
                whose + ": " + said,
                row.indicator(),
                IndicatorNavigation.indicator(row.indicator()),
                row.recordedAt());
    }

    private static News of(AlertPayload alert) {
        Instant since = AlertWords.since(alert);
        return new News(
                Kind.ALERT,
                alert.title(),
                AlertWords.standing(alert) + ", " + AlertWords.valueAgainstThreshold(alert),
                AlertNavigation.alert(alert.id()),
                since == null ? alert.asOf() : since);
    }
}
