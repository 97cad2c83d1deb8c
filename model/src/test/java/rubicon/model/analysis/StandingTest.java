package rubicon.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.History;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Revision;
import rubicon.model.ledger.Revision.Status;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.Qualifier;
import rubicon.model.observation.RetractionReason;
import rubicon.model.testing.Samples;

/// Plays random statements and holds what is kept up to date against what the plain definitions say
/// of all histories, after each of them.
class StandingTest {
    private static final int STATEMENTS = 200;
    private static final List<String> SOURCES = List.of("first", "second", "other", "another");

    private static final List<RetractionReason> REASONS = List.of(RetractionReason.values());

    static Stream<Indicator> indicators() {
        return Stream.of(Direction.values())
                .map(it -> Samples.horizon(Samples.P50, it, null, Duration.ofDays(10)))
                .flatMap(it -> Stream.of(it, Samples.withIdentity(it, Identity.SERIES)))
                .flatMap(it -> Stream.of(it, Samples.withPlausibility(it, 3.0)));
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void saysAfterEachStatementWhatThePlainDefinitionsSay(Indicator indicator) {
        int held = 0;
        for (long seed = 1; seed <= 8; seed++) {
            Random random = new Random(seed);
            IndicatorLedger ledger = IndicatorLedger.of(List.of());
            Standing standing = new Standing(indicator);
            for (int i = 0; i < STATEMENTS; i++) {
                Statement statement = statement(random, i);
                ledger.append(statement);
                standing.change(ledger.history(statement.key()), ledger::history);
                assertThat(standings(standing.held()))
                        .as("held: seed %d statement %d", seed, i)
                        .isEqualTo(PlainVerdicts.of(indicator, ledger.histories()));
                check(
                        "seed %d statement %d".formatted(seed, i),
                        standing,
                        Plausibility.judged(indicator, ledger.histories()));
                if (i % 4 == 0) {
                    checkReadings(standing, ledger.histories());
                }
                assertThat(standing.judged(ledger.histories()))
                        .isEqualTo(Plausibility.judged(indicator, ledger.histories()));
            }
            check(
                    "seed %d at once".formatted(seed),
                    Standing.of(indicator, ledger.histories()),
                    Plausibility.judged(indicator, ledger.histories()));
            held += standing.counts().held();
        }
        assertThat(held > 0).isEqualTo(indicator.plausibility() != null);
    }

    /// More values lie between them than are near each other.
    @Test
    void theBestThatComesLateJudgesAnewWhatIsHeldLongAfterIt() {
        Indicator indicator =
                Samples.withPlausibility(
                        Samples.horizon(Samples.P50, Direction.HIGHER, null), 10.0);
        IndicatorLedger ledger = IndicatorLedger.of(List.of());
        Standing standing = new Standing(indicator);
        for (int i = 0; i < 60; i++) {
            say(ledger, standing, "m" + i, i < 10 ? Math.pow(2, i) : Math.pow(4, i % 9) / 999, i);
        }
        say(ledger, standing, "slip", 60 * 512, 100);
        assertThat(standing.held().values())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("beyond 512, the best"));

        say(ledger, standing, "late", 700, 12);

        assertThat(standing.held().values())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("beyond 700, the best"));
        say(ledger, standing, "bold", 4_000, 14);
        assertThat(standing.held()).isEmpty();
        assertThat(standing.best().orElseThrow().value()).isEqualTo(60 * 512);
        assertThat(standing.judged(ledger.histories()))
                .isEqualTo(Plausibility.judged(indicator, ledger.histories()));
    }

    private static void say(
            IndicatorLedger ledger, Standing standing, String model, double value, int day) {
        String date = LocalDate.parse("2025-01-01").plusDays(day).toString();
        Statement statement =
                Samples.reported(
                        model,
                        "2026-01-01T00:00:00Z",
                        Samples.observation(Samples.P50, "first", model, value, date));
        ledger.append(statement);
        standing.change(ledger.history(statement.key()), ledger::history);
    }

    /// Of each observation that is held the revision that stands meanwhile.
    private static Map<ObservationKey, Integer> standings(Map<ObservationKey, History.Held> held) {
        return held.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().standing()));
    }

    /// Few subjects, dates and values, so that equals and corrections are frequent.
    private static Statement statement(Random random, int number) {
        String source = SOURCES.get(random.nextInt(SOURCES.size()));
        String subject = "model " + random.nextInt(6);
        Observation observation =
                Samples.observation(
                        Samples.P50,
                        source,
                        subject,
                        (random.nextInt(12) == 0 ? (random.nextBoolean() ? 1e9 : 1e-9) : 1)
                                * Math.pow(2, random.nextInt(8) - 4),
                        LocalDate.parse("2025-01-01").plusDays(random.nextInt(12)).toString());
        observation = Samples.withId(observation, subject + "/" + random.nextInt(3));
        if (random.nextInt(6) == 0) {
            observation = Samples.tagged(observation, "leakage", "true");
        }
        if (random.nextInt(8) == 0) {
            observation = Samples.startedFrom(observation, "running");
        }
        if (random.nextInt(4) == 0) {
            Qualifier[] all = Qualifier.values();
            observation = Samples.qualified(observation, all[random.nextInt(all.length)]);
        }
        String statedAt =
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(2_000)).toString();
        return switch (random.nextInt(8)) {
            case 0 ->
                    Samples.retracted(
                            "e" + number,
                            statedAt,
                            observation.key(),
                            REASONS.get(random.nextInt(REASONS.size())));
            case 1 ->
                    Samples.reported(
                            "e" + number, statedAt, observation.disputedBecause("cannot be"));
            case 2 -> Samples.reported("e" + number, statedAt, observation.confirmed("seen"));
            default -> Samples.reported("e" + number, statedAt, observation);
        };
    }

    private static void check(String place, Standing standing, Collection<History> histories) {
        Indicator indicator = standing.indicator();
        List<Result> results = Result.standing(indicator, histories);
        assertThat(standing.results()).as(place).containsExactlyElementsOf(results);
        assertThat(standing.frontier())
                .as(place)
                .containsExactlyElementsOf(Frontier.of(results, indicator));
        LocalDate from = LocalDate.parse("2025-01-06");
        assertThat(standing.frontierFrom(from))
                .as(place)
                .isEqualTo(
                        Frontier.of(
                                results.stream()
                                        .filter(it -> !it.observedOn().date().isBefore(from))
                                        .toList(),
                                indicator));
        assertThat(standing.latest()).as(place).isEqualTo(latest(indicator, results));
        List<Revision> current =
                histories.stream().map(History::current).flatMap(Optional::stream).toList();
        assertThat(standing.size()).isEqualTo(current.size());
        assertThat(standing.counts())
                .as(place)
                .isEqualTo(
                        new IndicatorState.Counts(
                                count(current, Status.STANDING),
                                count(current, Status.DISPUTED),
                                count(current, Status.RETRACTED),
                                results.size(),
                                (int) histories.stream().filter(it -> it.held() != null).count(),
                                (int)
                                        results.stream()
                                                .filter(it -> it.startingPoint() != null)
                                                .count()));
        assertThat(standing.lastReleaseAt())
                .as(place)
                .isEqualTo(
                        histories.stream()
                                .map(History::firstStatedAt)
                                .flatMap(Optional::stream)
                                .max(Comparator.naturalOrder()));
        assertThat(standing.lastStatedAt())
                .as(place)
                .isEqualTo(
                        current.stream()
                                .filter(it -> it.status() == Status.STANDING)
                                .map(it -> it.statement().statedAt())
                                .max(Comparator.naturalOrder()));
        assertThat(
                        current.stream()
                                .map(it -> standing.result(it.statement().key()))
                                .flatMap(Optional::stream)
                                .sorted(Result.BY_DATE)
                                .toList())
                .as(place)
                .isEqualTo(results);
    }

    /// @param histories as they were told
    private static void checkReadings(Standing standing, Collection<History> histories) {
        Indicator indicator = standing.indicator();
        for (SeriesReading reading : EnumSet.complementOf(EnumSet.of(SeriesReading.ALL))) {
            Standing read = standing.read(reading);
            List<Result> results = Result.standing(indicator, reading.of(indicator, histories));
            // A value that its source disputed and then stated again is one revision where
            // disputes are not read, and two where they are.
            assertThat(read.results())
                    .as(reading.name())
                    .usingElementComparator(
                            reading == SeriesReading.STANDING
                                    ? Comparator.comparing(Result::key)
                                            .thenComparingDouble(Result::value)
                                    : Result.BY_DATE.thenComparing(Result::row))
                    .containsExactlyElementsOf(results);
            assertThat(read.frontier().stream().map(Result::value).toList())
                    .isEqualTo(
                            Frontier.of(results, indicator).stream().map(Result::value).toList());
            assertThat(standing.read(reading)).as("kept until a change").isSameAs(read);
        }
    }

    private static Optional<Result> latest(Indicator indicator, List<Result> results) {
        Direction direction = indicator.direction();
        return results.stream()
                .filter(it -> it.startingPoint() == null)
                .max(
                        Comparator.comparing(Result::observedOn)
                                .thenComparing((a, b) ->
                                        direction.isBeyond(a.value(), b.value())
                                                ? 1
                                                : direction.isBeyond(b.value(), a.value()) ? -1 : 0)
                                .thenComparing(Result::key));
    }

    private static int count(List<Revision> current, Status status) {
        return (int) current.stream().filter(it -> it.status() == status).count();
    }
}
