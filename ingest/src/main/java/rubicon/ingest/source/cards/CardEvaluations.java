package rubicon.ingest.source.cards;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rubicon.ingest.source.Aliases;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapping;
import rubicon.ingest.source.Report;
import rubicon.ingest.source.cards.CardMapping.Also;
import rubicon.ingest.source.cards.CardMapping.Line;
import rubicon.ingest.source.cards.CardMapping.Remark;
import rubicon.ingest.source.format.Cells;
import rubicon.ingest.source.format.RowFault;
import rubicon.ingest.source.format.Table;
import rubicon.ingest.source.format.TableRow;

/// The evaluations. A value that a later card corrects is two statements of one row: the print,
/// when it was printed, and its correction.
final class CardEvaluations {
    private static final Pattern OF = Pattern.compile("of (\\d{1,6})\\b.*", Pattern.DOTALL);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);
    private static final int FEWEST_DIGITS = 3;
    private static final int SHARE_DIGITS = 4;

    private final Connector connector;
    private final Aliases names;
    private final CardMapping meaning;
    private final Fetched file;
    private final Set<String> taken = new HashSet<>();

    CardEvaluations(Connector connector, Aliases names, CardMapping meaning, Fetched file) {
        this.connector = connector;
        this.names = names;
        this.meaning = meaning;
        this.file = file;
    }

    void read(Table table, Mapping mapping) {
        Map<String, Instant> corrections = corrections(table);
        for (TableRow row : table.rows()) {
            for (Line line : meaning.evaluations()) {
                if (line.matches(row) && !Cells.isNothing(row.text("value"))) {
                    mapping.row(
                            key(row),
                            "evaluations." + row.number(),
                            () -> read(line, row, corrections, mapping));
                }
            }
        }
    }

    /// When a later card corrected a row, by indicator and key.
    private Map<String, Instant> corrections(Table table) {
        Map<String, Instant> corrections = new HashMap<>();
        for (TableRow row : table.rows()) {
            if (row.text("vintage").equals(Vintage.CORRECTED)) {
                Instant at =
                        later(row).map(day -> CardMonth.known(day, file)).orElse(file.statedAt());
                meaning.evaluations().stream()
                        .filter(line -> line.matches(row))
                        .forEach(line -> corrections.put(line.indicator() + "|" + key(row), at));
            }
        }
        return corrections;
    }

    /// When the later card was out that a row names as where its value is from, if that is known.
    private Optional<LocalDate> later(TableRow row) {
        return Optional.ofNullable(meaning.cards().get(row.text("value_source")));
    }

    private static String key(TableRow row) {
        return "%s %s".formatted(row.text("model"), row.text(CardMonth.COLUMN));
    }

    private void read(Line line, TableRow row, Map<String, Instant> corrections, Mapping mapping)
            throws RowFault {
        YearMonth month = CardMonth.of(row);
        Remark remark = meaning.remark(row);
        LocalDate out =
                Optional.ofNullable(remark.published())
                        .or(() -> later(row))
                        .orElse(month.atEndOfMonth());
        String key = key(row);
        Instant corrected = corrections.get(line.indicator() + "|" + key);
        Fetched stated = file;
        switch (row.text("vintage")) {
            case Vintage.PRINTED -> {
                if (corrected != null) {
                    stated = file.stated(printed(key, month, corrected));
                }
            }
            case Vintage.CORRECTED ->
                    stated = file.stated(corrected == null ? file.statedAt() : corrected);
            case Vintage.CITED -> {
                stated = later(row).isPresent() ? file.stated(CardMonth.known(out, file)) : file;
                key =
                        later(row).isPresent()
                                ? "%s, cited %s".formatted(key, YearMonth.from(out))
                                : "%s, cited in %s".formatted(key, row.text("value_source"));
            }
            default -> {}
        }
        if (!taken.add("%s|%s|%s".formatted(line.indicator(), key, stated.statedAt()))) {
            throw new RowFault("model", "stands twice for " + line.indicator());
        }
        Report report =
                report(stated, line.indicator(), key, row, month, remark)
                        .value(value(line, row), line.unit())
                        .publishedAt(CardMonth.known(out, file))
                        .qualifier(remark.qualifier())
                        .evaluator(line.evaluator() == null ? "FIRST_PARTY" : line.evaluator());
        if (remark.low() != null || remark.high() != null) {
            report.interval(remark.low(), remark.high(), remark.level(), "AS_STATED");
        }
        cases(line, row).ifPresent(report::cases);
        line.allTags().forEach(report::tag);
        dispute(row).ifPresent(why -> report.disputed(why));
        mapping.add(report);
        if (remark.also() != null) {
            also(remark.also(), line, row, month, out, mapping);
        }
    }

    private void also(
            Also also, Line line, TableRow row, YearMonth month, LocalDate out, Mapping mapping)
            throws RowFault {
        Report report =
                report(file, also.indicator(), key(row), row, month, Remark.NONE)
                        .value(also.value(), also.unit())
                        .publishedAt(CardMonth.known(out, file))
                        .qualifier(also.qualifier())
                        .evaluator(line.evaluator() == null ? "FIRST_PARTY" : line.evaluator());
        also.tags().forEach(report::tag);
        mapping.add(report);
    }

    private Report report(
            Fetched stated,
            String indicator,
            String key,
            TableRow row,
            YearMonth month,
            Remark remark)
            throws RowFault {
        Report report =
                Report.of(connector, stated, AiRdSystemCards.LICENCE, indicator, key)
                        .model(row.needed("model"), names)
                        .evidence(text(row, "value_source"))
                        .note(text(row, "note"));
        LocalDate day = remark.day();
        return day == null ? report.observedIn(month.atDay(1), "MONTH") : report.observedOn(day);
    }

    /// Why a value is not to be relied upon.
    private static Optional<String> dispute(TableRow row) {
        return row.text("vintage").equals(Vintage.CITED)
                ? Optional.of("a later card cites it as published, but no card printed it")
                : Optional.empty();
    }

    private static double value(Line line, TableRow row) throws RowFault {
        BigDecimal value = BigDecimal.valueOf(row.neededNumber("value"));
        return switch (line.conversion()) {
            case AS_IT_IS -> value.doubleValue();
            // 0.917 h are 55 minutes and no two hundredths
            case HOURS_TO_MINUTES ->
                    value.multiply(MINUTES)
                            .round(
                                    new MathContext(
                                            Math.max(FEWEST_DIGITS, value.precision()),
                                            RoundingMode.HALF_UP))
                            .doubleValue();
            case SHARE_OF_NOTED ->
                    value.movePointRight(2)
                            .divide(
                                    BigDecimal.valueOf(noted(row)),
                                    SHARE_DIGITS,
                                    RoundingMode.HALF_UP)
                            .doubleValue();
        };
    }

    private static Optional<Long> cases(Line line, TableRow row) throws RowFault {
        return line.conversion() == CardMapping.Convert.SHARE_OF_NOTED
                ? Optional.of(noted(row))
                : Optional.ofNullable(line.cases());
    }

    /// The number of problems, which the note begins with.
    private static long noted(TableRow row) throws RowFault {
        Matcher of = OF.matcher(row.text("note"));
        long count = of.matches() ? Long.parseLong(of.group(1)) : 0;
        if (count == 0) {
            throw new RowFault("note", "does not begin with 'of' and the number of problems");
        }
        return count;
    }

    /// When a value was printed that was corrected then: at the end of its month, or at the
    /// beginning where both cards came in one.
    private Instant printed(String key, YearMonth month, Instant corrected) {
        LocalDate day = meaning.printed().getOrDefault(key, month.atEndOfMonth());
        Instant at = CardMonth.known(day, file);
        return at.isBefore(corrected) ? at : CardMonth.known(month.atDay(1), file);
    }

    private static @Nullable String text(TableRow row, String column) {
        String text = row.text(column);
        return text.isEmpty() ? null : text;
    }
}
