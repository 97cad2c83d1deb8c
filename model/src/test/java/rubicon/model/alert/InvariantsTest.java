package rubicon.model.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static rubicon.model.alert.Rules.severity;
import static rubicon.model.alert.Watch.minute;
import static rubicon.model.rule.SeverityLevel.CRITICAL;
import static rubicon.model.rule.SeverityLevel.NOTICE;
import static rubicon.model.rule.SeverityLevel.WARNING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rubicon.model.rule.MissingPolicy;
import rubicon.model.rule.NoDataPolicy;
import rubicon.model.rule.Rule;

/// What holds for any order of inputs. Each seed is a rule and a course of 80 inputs; a failure
/// names its seed.
class InvariantsTest {

    private static final double[] VALUES = {300, 390, 430, 470, 500, 1900, 2500, 5500, 7000};
    private static final Health[] UNREADABLE = {
        Health.NO_DATA, Health.MISSING, Health.STALE, Health.ERROR
    };
    private static final List<NoDataPolicy> POLICIES = List.of(NoDataPolicy.values());
    private static final long FAR = 1_000_000;

    /// One input of a course, to be given to any watch.
    private record Event(long minute, boolean isNews, boolean isRead, Consumer<Watch> give) {}

    static Stream<Integer> seeds() {
        return IntStream.range(0, 200).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void breachOrClearanceBeginsOnlyWithANewerObservation(int seed) {
        var random = new Random(seed);
        var rule = anyRule(random);
        var watch = new Watch(rule);
        for (var event : course(random, false)) {
            event.give().accept(watch);
            for (var transition : watch.last().transitions()) {
                boolean byTimer = transition.evaluator().equals(AlertMachine.TIMER);
                assertThat(byTimer || event.isNews())
                        .as("%s by an input without news", transition)
                        .isTrue();
                assertThat(transition.health()).isEqualTo(Health.OK);
                assertThat(transition.reason())
                        .isIn(
                                byTimer
                                        ? List.of(
                                                Reason.PENDING_ELAPSED,
                                                Reason.KEEP_FIRING_ELAPSED,
                                                Reason.SEVERITY_RAISED,
                                                Reason.SEVERITY_LOWERED)
                                        : List.of(
                                                Reason.BREACHED,
                                                Reason.CLEARED,
                                                Reason.NOT_SUSTAINED,
                                                Reason.RELAPSED,
                                                Reason.SEVERITY_RAISED,
                                                Reason.SEVERITY_LOWERED));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void waitsCountOnlyTheTimeInWhichTheValueCouldBeRead(int seed) {
        // Given
        var random = new Random(seed);
        var rule = Rules.warning(30L * random.nextInt(1, 4), 30L * random.nextInt(1, 4));
        var patience = rule.severities().getFirst().patience();
        var watch = new Watch(rule);
        var readable = new ArrayList<Event>();

        // When
        for (var event : course(random, false)) {
            event.give().accept(watch);
            readable.add(event);
        }
        watch.timer(FAR);

        // Then
        Instant entered = Instant.EPOCH;
        for (var transition : watch.transitions()) {
            if (transition.evaluator().equals(AlertMachine.TIMER)) {
                assertThat(readableTime(readable, entered, transition.at()))
                        .as(transition.toString())
                        .isEqualTo(
                                transition.reason() == Reason.PENDING_ELAPSED
                                        ? patience.pending()
                                        : patience.keepFiring());
            }
            entered = transition.at();
        }
    }

    /// Sums what lies between readable inputs and the next input, within bounds.
    private static Duration readableTime(List<Event> events, Instant from, Instant until) {
        var sum = Duration.ZERO;
        for (int i = 0; i < events.size(); i++) {
            var start = minute(events.get(i).minute());
            var end = i + 1 < events.size() ? minute(events.get(i + 1).minute()) : minute(FAR);
            var begin = start.isBefore(from) ? from : start;
            var finish = end.isAfter(until) ? until : end;
            if (events.get(i).isRead() && begin.isBefore(finish)) {
                sum = sum.plus(Duration.between(begin, finish));
            }
        }
        return sum;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void oneEpisodeIsOpenAndIdsNeverRepeat(int seed) {
        // Given
        var random = new Random(seed);
        var watch = new Watch(anyRuleAndPolicy(random));

        // When
        course(random, true).forEach(event -> event.give().accept(watch));

        // Then
        var ended = new HashSet<String>();
        var begun = new HashMap<String, Transition>();
        var condition = AlertCondition.NORMAL;
        for (var transition : watch.transitions()) {
            assertThat(transition.from()).as(transition.toString()).isEqualTo(condition);
            assertThat(ended).as("ended episodes").doesNotContain(transition.episode());
            if (transition.from() == AlertCondition.NORMAL) {
                assertThat(begun.put(transition.episode(), transition)).isNull();
            } else {
                assertThat(begun).containsKey(transition.episode());
            }
            if (transition.to() == AlertCondition.NORMAL) {
                ended.add(transition.episode());
            }
            condition = transition.to();
        }
        assertThat(begun.size() - ended.size())
                .isEqualTo(watch.condition() == AlertCondition.NORMAL ? 0 : 1);
        assertThat(watch.last().instance().episodesSoFar()).isEqualTo(begun.size());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void restartsAndTheHabitsOfTimersChangeNothing(int seed) {
        // Given
        var random = new Random(seed);
        var rule = anyRuleAndPolicy(random);
        var course = course(random, true);
        var withoutTimers = new Watch(rule);
        var withTimers = new Watch(rule);
        var withRestarts = new Watch(rule);

        // When
        for (var event : course) {
            event.give().accept(withoutTimers);

            punctually(withTimers, minute(event.minute()));
            event.give().accept(withTimers);

            withRestarts.restart();
            if (random.nextInt(4) == 0) {
                withRestarts.timer(event.minute());
                withRestarts.restart();
            }
            event.give().accept(withRestarts);
        }
        Stream.of(withoutTimers, withTimers, withRestarts).forEach(watch -> watch.timer(FAR));

        // Then
        assertThat(withTimers.transitions()).isEqualTo(withoutTimers.transitions());
        assertThat(withRestarts.transitions()).isEqualTo(withoutTimers.transitions());
        assertThat(withTimers.last().instance()).isEqualTo(withoutTimers.last().instance());
        assertThat(withRestarts.last().instance()).isEqualTo(withoutTimers.last().instance());
    }

    private static void punctually(Watch watch, Instant until) {
        var due = watch.last().deadline();
        while (due.isPresent() && !due.get().isAfter(until)) {
            watch.input(new AlertInput.TimerDue(due.get()));
            due = watch.last().deadline();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsStoredIsWhatIsRead(int seed) {
        var random = new Random(seed);
        var watch = new Watch(anyRuleAndPolicy(random));
        for (var event : course(random, true)) {
            event.give().accept(watch);
            var instance = watch.last().instance();
            assertThat(AlertSnapshot.of(instance).instance()).isEqualTo(instance);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsLatchedReachesUpFromTheLowestSeverity(int seed) {
        var random = new Random(seed);
        var watch = new Watch(anyRuleAndPolicy(random));
        for (var event : course(random, true)) {
            event.give().accept(watch);
            var latched =
                    watch.last().instance().latches(watch.rule()).all().stream()
                            .map(Latch::isLatched)
                            .toList();
            assertThat(latched).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyTransitionNamesWhatItRestsOn(int seed) {
        var random = new Random(seed);
        var watch = new Watch(anyRuleAndPolicy(random));
        for (var event : course(random, true)) {
            int version = watch.rule().version();
            event.give().accept(watch);
            for (var transition : watch.last().transitions()) {
                assertThat(transition.ruleVersion()).isEqualTo(version);
                assertThat(transition.evaluator()).isIn("release", "admin", AlertMachine.TIMER);
                assertThat(transition.evidence().dataAsOf())
                        .isBeforeOrEqualTo(transition.at())
                        .isAfterOrEqualTo(minute(0));
                assertThat(transition.evidence().observations().isEmpty())
                        .isEqualTo(transition.evidence().value() == null);
                assertThat(transition.at()).isBeforeOrEqualTo(minute(event.minute()));
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void resolvedIsToldOnceAndOnlyOfWhatWasTold(int seed) {
        // Given
        var random = new Random(seed);
        var watch = new Watch(anyRuleAndPolicy(random));

        // When
        course(random, true).forEach(event -> event.give().accept(watch));

        // Then
        var told = new HashSet<String>();
        for (var transition : watch.transitions()) {
            if (transition.to() == AlertCondition.NORMAL) {
                assertThat(transition.notice())
                        .as(transition.toString())
                        .isEqualTo(told.remove(transition.episode()) ? Notice.RESOLVED : null);
            } else if (transition.notice() != null) {
                assertThat(transition.notice())
                        .isIn(Notice.FIRST, Notice.SEVERITY_RAISED, Notice.SEVERITY_LOWERED);
                assertThat(transition.notice() == Notice.FIRST)
                        .isEqualTo(
                                !told.contains(transition.episode())
                                        && transition.from() != AlertCondition.FIRING);
                told.add(transition.episode());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void conditionIsThatOfAPlainReadingOfTheTable(int seed) {
        var random = new Random(seed);
        long pending = 15L * random.nextInt(4);
        long keepFiring = 15L * random.nextInt(4);
        var watch = new Watch(Rules.warning(pending, keepFiring));
        var table = new PlainTable(pending, keepFiring);
        long minute = 0;
        for (int i = 0; i < 200; i++) {
            minute += random.nextInt(1, 30);
            double value = VALUES[random.nextInt(6)];
            boolean readable = random.nextInt(5) > 0;
            if (readable) {
                watch.value(minute, value);
            } else {
                watch.unreadable(minute, UNREADABLE[random.nextInt(UNREADABLE.length)]);
            }
            table.at(minute, readable ? value : Double.NaN);
            assertThat(watch.condition()).as("minute %d", minute).isEqualTo(table.condition);
        }
    }

    /// The table for one severity under `KEEP`, minute by minute.
    private static final class PlainTable {
        private final long pending;
        private final long keepFiring;
        private AlertCondition condition = AlertCondition.NORMAL;
        private boolean readable = true;
        private long now;
        private long waited;

        PlainTable(long pending, long keepFiring) {
            this.pending = pending;
            this.keepFiring = keepFiring;
        }

        void at(long minute, double value) {
            while (now < minute) {
                now++;
                waited += readable ? 1 : 0;
                if (readable) {
                    elapse();
                }
            }
            readable = !Double.isNaN(value);
            if (readable) {
                read(value);
                elapse();
            }
        }

        private void elapse() {
            if (condition == AlertCondition.PENDING && waited >= pending) {
                condition = AlertCondition.FIRING;
            } else if (condition == AlertCondition.RECOVERING && waited >= keepFiring) {
                condition = AlertCondition.NORMAL;
            }
        }

        private void read(double value) {
            boolean breached = value >= 480;
            boolean clear = value < 460;
            switch (condition) {
                case NORMAL -> {
                    if (breached) {
                        enter(AlertCondition.PENDING);
                    }
                }
                case PENDING -> {
                    if (!breached) {
                        enter(AlertCondition.NORMAL);
                    }
                }
                case FIRING -> {
                    if (clear) {
                        enter(AlertCondition.RECOVERING);
                    }
                }
                case RECOVERING -> {
                    if (!clear) {
                        enter(AlertCondition.FIRING);
                    }
                }
            }
        }

        private void enter(AlertCondition next) {
            condition = next;
            waited = 0;
        }
    }

    private static Rule anyRule(Random random) {
        return Rules.of(
                severity(NOTICE, 480, 400, 15L * random.nextInt(4), 15L * random.nextInt(4)),
                severity(WARNING, 2400, 2000, 15L * random.nextInt(4), 15L * random.nextInt(4)),
                // Recovers late: below where the lesser ones do.
                severity(CRITICAL, 6000, 380, 15L * random.nextInt(4), 15L * random.nextInt(4)));
    }

    private static Rule anyRuleAndPolicy(Random random) {
        var rule = Rules.noData(anyRule(random), POLICIES.get(random.nextInt(3)));
        return random.nextBoolean()
                ? rule
                : Rules.missing(rule, new MissingPolicy.ResolveMissing(2));
    }

    /// @param all with history, corrections and edits
    private static List<Event> course(Random random, boolean all) {
        var events = new ArrayList<Event>();
        long minute = 0;
        long newest = 0;
        for (int i = 0; i < 80; i++) {
            minute += random.nextInt(1, 30);
            var event = event(random, minute, newest, i == 0 ? 0 : random.nextInt(all ? 16 : 10));
            newest = event.isNews() ? minute : newest;
            events.add(event);
        }
        return events;
    }

    private static Event event(Random random, long minute, long newest, int kind) {
        double value = VALUES[random.nextInt(VALUES.length)];
        double past = VALUES[random.nextInt(VALUES.length)];
        var correction = new Reading.Correction(minute(-500), past, random.nextBoolean());
        var health = UNREADABLE[random.nextInt(UNREADABLE.length)];
        long minutes = 15L * random.nextInt(4);
        return switch (kind) {
            case 0, 1, 2, 3, 4, 5 ->
                    new Event(minute, true, true, watch -> watch.value(minute, value));
            case 6 ->
                    new Event(
                            minute, false, true, watch -> watch.recomputed(minute, value, newest));
            case 7, 8, 9 ->
                    new Event(minute, false, false, watch -> watch.unreadable(minute, health));
            case 10 ->
                    new Event(
                            minute,
                            true,
                            true,
                            watch -> watch.corrected(minute, value, correction));
            case 11 -> new Event(minute, false, true, watch -> watch.history(minute, value));
            case 12 -> edit(minute, "text");
            case 13 -> edit(minute, "timers %d %d".formatted(minutes, minutes));
            case 14 -> edit(minute, random.nextBoolean() ? "labels" : "query");
            case 15 -> edit(minute, random.nextInt(3) == 0 ? "pause" : "resume");
            default -> throw new IllegalArgumentException("kind " + kind);
        };
    }

    private static Event edit(long minute, String words) {
        return new Event(minute, false, true, watch -> Script.play(watch, minute + " " + words));
    }
}
