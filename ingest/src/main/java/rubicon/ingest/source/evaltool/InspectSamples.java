package rubicon.ingest.source.evaltool;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.format.JsonTree;

/// The samples of a log of Inspect, of which only a few fields are kept: the rest, by far the most
/// of a log, is passed over as it is read. A sample that is there twice is the later one.
final class InspectSamples {
    private static final int MOST_SAMPLES = 100_000;
    private static final int MOST_SCORES = 100;
    private static final int LONGEST_TEXT = 1_000;

    /// The one score of a sample of the first versions, whose scorer has no name.
    static final String UNNAMED = "";

    private final String minutesField;
    private final Map<String, Sample> samples = new LinkedHashMap<>();
    private int broken;

    /// @param minutesField of a sample's metadata, that says how long a skilled person takes
    InspectSamples(String minutesField) {
        this.minutesField = minutesField;
    }

    /// A sample.
    ///
    /// @param scores by scorer, those that are a share of a success; others are left out
    /// @param minutes that a person takes, above 0; null where nobody says
    /// @param unusableMinutes whether what stands there is no such number
    /// @param isVoid whether Inspect's user took it back
    record Sample(
            String id,
            String epoch,
            Map<String, Double> scores,
            @Nullable String family,
            @Nullable Double minutes,
            boolean unusableMinutes,
            boolean isVoid,
            @Nullable Instant startedAt,
            @Nullable Instant completedAt) {
        Sample {
            scores = Map.copyOf(scores);
        }

        /// Its name in the log.
        String key() {
            return id + "|" + epoch;
        }
    }

    Collection<Sample> all() {
        return samples.values();
    }

    /// How many could not be read.
    int broken() {
        return broken;
    }

    /// Reads the samples of a log that is one JSON object.
    void readLog(Reader log) throws DriftException, IOException {
        JsonTree.walk(
                log,
                parser ->
                        JsonTree.eachField(
                                parser,
                                name -> {
                                    if (name.equals("samples")) {
                                        list(parser);
                                    }
                                }));
    }

    /// Reads a list of samples, such as `summaries.json`.
    void readList(InputStream json) throws DriftException, IOException {
        JsonTree.walk(json, this::list);
    }

    /// Reads one sample; where it is none, only that is noted.
    void readOne(InputStream json) throws IOException {
        try {
            JsonTree.walk(json, this::sample);
        } catch (DriftException e) {
            broken++;
        }
    }

    private void list(JsonParser parser) throws DriftException, IOException {
        if (parser.isExpectedStartArrayToken()) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                sample(parser);
                parser.skipChildren();
            }
        }
    }

    private void sample(JsonParser parser) throws DriftException, IOException {
        Reading reading = new Reading();
        JsonTree.eachField(parser, name -> reading.field(name, parser));
        if (reading.id.isEmpty()) {
            broken++;
            return;
        }
        Sample sample = reading.sample();
        samples.put(sample.key(), sample);
        if (samples.size() > MOST_SAMPLES) {
            throw new DriftException("the log has more than %d samples".formatted(MOST_SAMPLES));
        }
    }

    /// A sample as it is read.
    private final class Reading {
        private final Map<String, Double> scores = new LinkedHashMap<>();
        private String id = "";
        private String epoch = "1";
        private @Nullable String family;
        private @Nullable Double minutes;
        private boolean unusableMinutes;
        private boolean isVoid;
        private @Nullable Instant startedAt;
        private @Nullable Instant completedAt;

        void field(String name, JsonParser parser) throws IOException, DriftException {
            switch (name) {
                case "id" -> id = text(parser);
                case "epoch" -> epoch = text(parser);
                case "started_at" -> startedAt = moment(parser);
                case "completed_at" -> completedAt = moment(parser);
                case "invalidation" -> isVoid = parser.currentToken() != JsonToken.VALUE_NULL;
                case "score" -> score(UNNAMED, parser);
                case "scores" -> JsonTree.eachField(parser, scorer -> score(scorer, parser));
                case "metadata" -> JsonTree.eachField(parser, it -> metadata(it, parser));
                default -> {}
            }
        }

        /// A scorer's score; one that has parts has a value for each.
        private void score(String scorer, JsonParser parser) throws IOException, DriftException {
            JsonTree.eachField(
                    parser,
                    name -> {
                        if (name.equals("value")) {
                            value(scorer, parser);
                            JsonTree.eachField(parser, part -> value(part, parser));
                        }
                    });
        }

        private void value(String scorer, JsonParser parser) throws IOException {
            Double share = share(parser);
            if (share != null && scores.size() < MOST_SCORES) {
                scores.put(scorer, share);
            }
        }

        private void metadata(String name, JsonParser parser) throws IOException {
            if (name.equals(minutesField)) {
                Double number = number(parser);
                minutes = number != null && number > 0 ? number : null;
                unusableMinutes = minutes == null && parser.currentToken() != JsonToken.VALUE_NULL;
            } else if (name.equals("task_family")) {
                String said = text(parser);
                family = said.isEmpty() ? null : said;
            }
        }

        Sample sample() {
            return new Sample(
                    id,
                    epoch,
                    scores,
                    family,
                    minutes,
                    unusableMinutes,
                    isVoid,
                    startedAt,
                    startedAt == null ? null : completedAt);
        }
    }

    /// A value as Inspect itself counts it, if that is a share of a success.
    private static @Nullable Double share(JsonParser parser) throws IOException {
        Double share =
                switch (parser.currentToken()) {
                    case VALUE_TRUE -> Double.valueOf(1);
                    case VALUE_FALSE -> Double.valueOf(0);
                    case VALUE_STRING -> word(text(parser));
                    default -> number(parser);
                };
        return share != null && share >= 0 && share <= 1 ? share : null;
    }

    /// Correct, incorrect, partly, no answer; yes and no; or a number in quotes.
    private static @Nullable Double word(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "c", "yes", "true" -> Double.valueOf(1);
            case "p" -> Double.valueOf(0.5);
            case "i", "n", "no", "false" -> Double.valueOf(0);
            default -> number(word);
        };
    }

    private static @Nullable Double number(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> finite(parser.getDoubleValue());
            case VALUE_STRING -> number(text(parser));
            default -> null;
        };
    }

    private static @Nullable Double number(String text) {
        try {
            return finite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Double finite(double number) {
        return Double.isFinite(number) ? number : null;
    }

    private static @Nullable Instant moment(JsonParser parser) throws IOException {
        try {
            return OffsetDateTime.parse(text(parser)).toInstant();
        } catch (DateTimeException e) {
            return null; // none, or one without a zone: nobody knows which moment that is
        }
    }

    /// The text of a value; empty where it has none or is of an absurd length.
    private static String text(JsonParser parser) throws IOException {
        String text =
                parser.currentToken().isScalarValue()
                                && parser.currentToken() != JsonToken.VALUE_NULL
                        ? parser.getText().strip()
                        : "";
        return text.length() > LONGEST_TEXT ? "" : text;
    }
}
