package rubicon.ingest.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rubicon.model.analysis.Plausibility;
import rubicon.model.analysis.Result;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Bounds;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Content.Reported;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Subject;

/// What becomes of slips of the pen: the next model is as good as the best of an indicator, and its
/// value is entered wrongly; or the best's own value is corrected wrongly.
public final class Slips {
    private Slips() {}

    /// A slip. Those that are multiples go beyond the best, in whichever direction that lies; the
    /// fractions fall behind it.
    public enum Slip {
        TEN(10),
        SIXTY(60),
        THOUSAND(1_000),
        /// The end of the range.
        END(Double.NaN),
        TENTH(0.1),
        SIXTIETH(1 / 60.0),
        HUNDREDTH(0.01),
        /// Those of the best's own value.
        CORRECTED_TO_A_TENTH(0.1, true),
        CORRECTED_TO_A_SIXTIETH(1 / 60.0, true),
        CORRECTED_TO_A_HUNDREDTH(0.01, true);

        private final double factor;
        private final boolean corrects;

        Slip(double factor) {
            this(factor, false);
        }

        Slip(double factor, boolean corrects) {
            this.factor = factor;
            this.corrects = corrects;
        }

        /// The value that is entered; empty where it would be none.
        private Optional<Double> of(double best, Indicator indicator) {
            boolean lower = indicator.direction() == Direction.LOWER;
            if (this == END) {
                Bounds bounds = indicator.bounds();
                return Optional.ofNullable(lower ? bounds.low() : bounds.high())
                        .filter(bounds::contains);
            }
            DoubleUnaryOperator slipped = lower ? it -> it / factor : it -> it * factor;
            return Optional.of(slipped.applyAsDouble(best)).filter(it -> it != best);
        }
    }

    /// What becomes of a slip.
    public enum Fate {
        /// It lies outside the indicator's bounds.
        REFUSED("refused"),
        HELD("held"),
        /// It counts.
        PASSES("passes");

        private final String word;

        Fate(String word) {
            this.word = word;
        }
    }

    /// The slips at one indicator.
    ///
    /// @param values how many last words it has
    /// @param records how often its best moved
    /// @param fates without those slips that there are none of
    public record Row(Indicator indicator, int values, int records, Map<Slip, Fate> fates) {}

    /// The slips at an indicator; empty where neither direction is better, or nothing was said.
    public static Optional<Row> at(Indicator indicator, Collection<History> histories) {
        Standing standing = Standing.of(indicator, histories);
        Optional<Result> best = standing.best();
        if (best.isEmpty()) {
            return Optional.empty();
        }
        Map<Slip, Fate> fates = new EnumMap<>(Slip.class);
        for (Slip slip : Slip.values()) {
            slip.of(best.get().value(), indicator)
                    .ifPresent(value ->
                            fates.put(
                                    slip,
                                    slip.corrects
                                            ? ofCorrection(
                                                    indicator, histories, best.get().key(), value)
                                            : fate(indicator, histories, value)));
        }
        return Optional.of(new Row(indicator, standing.size(), standing.frontier().size(), fates));
    }

    /// What becomes of a value that is entered for a model which came after all others.
    public static Fate fate(Indicator indicator, Collection<History> histories, double value) {
        if (!indicator.bounds().contains(value)) {
            return Fate.REFUSED;
        }
        List<History> all = new ArrayList<>(histories);
        all.add(entered(indicator, histories, value));
        History judged = Plausibility.judged(indicator, all).getLast();
        return judged.held() == null ? Fate.PASSES : Fate.HELD;
    }

    /// What becomes of a value that is entered in place of another one.
    private static Fate ofCorrection(
            Indicator indicator, Collection<History> histories, ObservationKey of, double value) {
        if (!indicator.bounds().contains(value)) {
            return Fate.REFUSED;
        }
        List<History> all = new ArrayList<>(histories);
        History said = all.stream().filter(it -> it.key().equals(of)).findFirst().orElseThrow();
        all.remove(said);
        all.add(said.with(correction(said.statements().getLast(), value)));
        History judged = Plausibility.judged(indicator, all).getLast();
        return judged.held() == null ? Fate.PASSES : Fate.HELD;
    }

    private static Statement correction(Statement last, double value) {
        Observation it = observation(last);
        Observation slip =
                new Observation(
                        it.key(),
                        it.subject(),
                        Estimate.of(value),
                        null,
                        it.observedOn(),
                        null,
                        null,
                        it.evaluator(),
                        null,
                        null,
                        null,
                        null,
                        it.tags(),
                        it.provenance());
        return new Statement(
                "a correction",
                new EventKey("slips", "a correction"),
                it.key(),
                last.statedAt().plusSeconds(1),
                last.recordedAt().plusSeconds(1),
                new Reported(slip));
    }

    private static History entered(
            Indicator indicator, Collection<History> histories, double value) {
        Statement newest =
                histories.stream()
                        .flatMap(it -> it.statements().stream())
                        .filter(it -> it.content() instanceof Reported)
                        .max(Comparator.comparing(it -> observation(it).observedOn()))
                        .orElseThrow();
        Observation it = observation(newest);
        LocalDate date = it.observedOn().date().plusDays(1);
        Observation slip =
                new Observation(
                        new ObservationKey(it.key().source(), indicator.id(), "a slip"),
                        new Subject("a slip", null, null, null, it.subject().actor()),
                        Estimate.of(value),
                        null,
                        ObservedOn.day(date),
                        null,
                        null,
                        it.evaluator(),
                        null,
                        null,
                        null,
                        null,
                        new TreeMap<>(),
                        it.provenance());
        return new History(
                List.of(
                        new Statement(
                                "a slip",
                                new EventKey("slips", "a slip"),
                                slip.key(),
                                newest.statedAt(),
                                newest.recordedAt(),
                                new Reported(slip))));
    }

    private static Observation observation(Statement it) {
        return ((Reported) it.content()).observation();
    }

    /// What was held at any time while an indicator's statements came in one by one, told by its
    /// key and the reason.
    public static Set<String> heldInOrder(Indicator indicator, List<Statement> statements) {
        IndicatorLedger ledger = IndicatorLedger.of(List.of());
        Standing standing = new Standing(indicator);
        Set<String> held = new LinkedHashSet<>();
        for (Statement statement : statements) {
            ledger.append(statement);
            standing.change(ledger.history(statement.key()), ledger::history);
            if (standing.counts().held() > 0) {
                for (History history : standing.judged(ledger.histories())) {
                    if (history.held() != null) {
                        held.add("%s: %s".formatted(history.key(), history.held().reason()));
                    }
                }
            }
        }
        return held;
    }

    /// How many of the indicators stop a slip.
    public static long stopped(Collection<Row> rows, Slip slip) {
        return fates(rows, slip).stream().filter(it -> it != Fate.PASSES).count();
    }

    private static List<Fate> fates(Collection<Row> rows, Slip slip) {
        return rows.stream().flatMap(it -> Stream.ofNullable(it.fates().get(slip))).toList();
    }

    /// A table's lines: one for each indicator, and one for all.
    public static List<String> lines(Collection<Row> rows) {
        SortedMap<String, Row> byId = new TreeMap<>();
        rows.forEach(it -> byId.put(it.indicator().id().value(), it));
        List<String> lines = new ArrayList<>();
        byId.forEach((id, row) ->
                lines.add(
                        line(
                                "`%s`".formatted(id),
                                String.valueOf(row.values()),
                                String.valueOf(row.records()),
                                it -> {
                                    Fate fate = row.fates().get(it);
                                    return fate == null ? "" : fate.word;
                                })));
        lines.add(
                line(
                        "**stopped**",
                        "",
                        "",
                        it -> "%d of %d".formatted(stopped(rows, it), fates(rows, it).size())));
        return lines;
    }

    private static String line(
            String title, String values, String records, Function<Slip, String> cell) {
        return Stream.concat(Stream.of(title, values, records), Stream.of(Slip.values()).map(cell))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
