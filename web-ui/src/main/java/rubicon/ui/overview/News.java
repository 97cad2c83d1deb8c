package rubicon.ui.overview;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.LedgerRowPayload;
import rubicon.ui.alert.AlertNavigation;
import rubicon.ui.alert.AlertWords;
import rubicon.ui.indicator.IndicatorNavigation;
import rubicon.ui.shell.Formats;

/// Something that changed: a release, a correction, an alert.
///
/// @param address where it is explained
record News(Kind kind, String title, String detail, String address, Instant at) {
    /// What changed, as a word that is shown.
    enum Kind {
        RELEASE("release"),
        REVISION("revision"),
        RETRACTION("retraction"),
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

    /// The newest first, at most twelve.
    static List<News> of(List<LedgerRowPayload> releases, List<AlertPayload> alerts) {
        return Stream.concat(
                        releases.stream().map(News::of),
                        alerts.stream().filter(News::isNews).map(News::of))
                .sorted(Comparator.comparing(News::at).reversed().thenComparing(News::title))
                .limit(MOST)
                .toList();
    }

    private static boolean isNews(AlertPayload alert) {
        return !alert.flags().contains("BASELINE") && AlertWords.since(alert) != null;
    }

    private static News of(LedgerRowPayload row) {
        Kind kind =
                row.status().equals("RETRACTED")
                        ? Kind.RETRACTION
                        : row.revision() > 1 ? Kind.REVISION : Kind.RELEASE;
        Double value = row.value();
        String said = value == null ? "withdrawn" : Formats.value(value, row.unit());
        String model = row.subject().model();
        return new News(
                kind,
                (model == null ? row.externalId() : model) + ": " + said,
                row.indicator(),
                IndicatorNavigation.indicator(row.indicator()),
                row.recordedAt());
    }

    private static News of(AlertPayload alert) {
        Instant since = AlertWords.since(alert);
        return new News(
                Kind.ALERT,
                alert.title(),
                Formats.words(alert.condition()) + ", " + AlertWords.valueAgainstThreshold(alert),
                AlertNavigation.alert(alert.id()),
                since == null ? alert.asOf() : since);
    }
}
