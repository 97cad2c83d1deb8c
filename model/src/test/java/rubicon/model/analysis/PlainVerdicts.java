package rubicon.model.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Revision;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;

/// What is held, as docs/methods/held-values.md says it: date by date, each time from all values
/// anew. It shares nothing with what it checks but the yardstick of the scale.
final class PlainVerdicts {
    private final Indicator indicator;
    private final Direction direction;
    private final Yardstick yardstick;
    private final double deviations;
    private final Map<ObservationKey, History> histories = new HashMap<>();
    private final List<Result> said = new ArrayList<>();
    private final List<Result> measures = new ArrayList<>();
    private final List<Result> vouched = new ArrayList<>();
    private final Map<ObservationKey, Integer> held = new HashMap<>();

    private PlainVerdicts(Indicator indicator, double deviations, Collection<History> histories) {
        this.indicator = indicator;
        this.direction = indicator.direction();
        this.yardstick = Yardstick.of(indicator);
        this.deviations = deviations;
        for (History it : histories) {
            this.histories.put(it.key(), it);
            Result last = word(it.revisions().getLast());
            if (last != null) {
                said.add(last);
            }
        }
        said.sort(Result.BY_DATE);
    }

    /// The number of the revision that stands meanwhile, of each observation that is held; 0 where
    /// none does.
    static Map<ObservationKey, Integer> of(Indicator indicator, Collection<History> histories) {
        Double deviations = indicator.plausibility();
        if (deviations == null) {
            return Map.of();
        }
        PlainVerdicts verdicts = new PlainVerdicts(indicator, deviations, histories);
        verdicts.said.stream().map(Result::observedOn).distinct().forEach(verdicts::judge);
        verdicts.held.replaceAll((key, _) -> verdicts.standing(key, null));
        verdicts.said.stream()
                .filter(verdicts::isReleased)
                .forEach(it -> verdicts.held.remove(it.key()));
        return verdicts.held;
    }

    private void judge(ObservedOn date) {
        List<Result> ofDate = said.stream().filter(it -> it.observedOn().equals(date)).toList();
        ofDate.stream()
                .filter(it -> goesTooFar(it, List.of()) && isVouched(it))
                .forEach(vouched::add);
        List<Result> counting = new ArrayList<>();
        for (Result it : ofDate) {
            if (isConfirmed(it) || !isAtFault(it, it, before(it))) {
                counting.add(it);
                continue;
            }
            int standing = standing(it.key(), date);
            held.put(it.key(), standing);
            List<Revision> revisions = history(it).revisions();
            if (standing > 0 && words(revisions).noneMatch(word -> isAfter(word, date))) {
                counting.add(Objects.requireNonNull(word(revisions.get(standing - 1))).on(date));
            }
        }
        measures.addAll(counting);
    }

    /// Whether a value is held for its step alone, and one of its date or later went as far and is
    /// vouched for.
    private boolean isReleased(Result it) {
        List<Result> peers =
                vouched.stream()
                        .filter(peer -> peer.observedOn().compareTo(it.observedOn()) >= 0)
                        .toList();
        return held.containsKey(it.key())
                && !isOutside(it)
                && !isMoved(it, before(it))
                && !goesTooFar(it, peers);
    }

    private static boolean isAfter(Result word, ObservedOn date) {
        return word.observedOn().compareTo(date) > 0;
    }

    private History history(Result it) {
        return Objects.requireNonNull(histories.get(it.key()));
    }

    private boolean isConfirmed(Result last) {
        return Plausibility.isConfirmed(history(last).revisions().getLast());
    }

    /// Whether somebody stands for a value, or another source says the same.
    private boolean isVouched(Result last) {
        return isConfirmed(last)
                || isSaidElsewhere(last, isOutside(last) ? deviation(last) : finest(last));
    }

    /// The words since the last withdrawal or dispute, but for the last one.
    private static Stream<Result> words(List<Revision> revisions) {
        List<Result> words = new ArrayList<>();
        for (Revision it : revisions.subList(0, revisions.size() - 1)) {
            Result word = word(it);
            if (word == null) {
                words.clear();
            } else {
                words.add(word);
            }
        }
        return words.stream();
    }

    /// What a last word is held against: what stood before it, and what stood without anybody's
    /// help; nothing where nothing did.
    private List<Result> before(Result last) {
        return before(last.key(), last.observedOn()).measures();
    }

    /// What stood before the last word of an observation.
    ///
    /// @param standing number of the revision; 0 for none
    /// @param stood what it says
    /// @param own the newest word that was not at fault
    private record Before(int standing, @Nullable Result stood, @Nullable Result own) {
        List<Result> measures() {
            return stood == null || own == null ? List.of() : List.of(stood, own);
        }
    }

    private int standing(ObservationKey key, @Nullable ObservedOn newest) {
        return before(key, newest).standing();
    }

    /// @param newest of words of later dates the step is asked as of this one
    private Before before(ObservationKey key, @Nullable ObservedOn newest) {
        List<Revision> revisions = Objects.requireNonNull(histories.get(key)).revisions();
        Before before = new Before(0, null, null);
        for (Revision it : revisions.subList(0, revisions.size() - 1)) {
            Result word = word(it);
            if (word == null) {
                before = new Before(0, null, null);
                continue;
            }
            Result dated = newest != null && isAfter(word, newest) ? word.on(newest) : word;
            boolean isAtFault =
                    haveMostMoved(word)
                            ? isMoved(word, before.measures())
                            : isAtFault(word, dated, before.measures());
            if (!isAtFault) {
                before = new Before(it.number(), word, word);
            } else if (Plausibility.isConfirmed(it)) {
                before = new Before(it.number(), word, before.own());
            }
        }
        return before;
    }

    /// Whether most of the values near, three at least, lie too far from what they said first, and
    /// nobody stands for it.
    private boolean haveMostMoved(Result it) {
        List<Result> nearest = nearest(it);
        long moved =
                nearest.stream()
                        .filter(other -> !isConfirmed(other))
                        .filter(other ->
                                words(history(other).revisions())
                                        .limit(1)
                                        .anyMatch(word -> {
                                            double from = place(word);
                                            return Math.abs(place(other) - from)
                                                    > yardstick.largestCorrection(from, from);
                                        }))
                        .count();
        return nearest.size() >= 3 && 2 * moved > nearest.size();
    }

    private static @Nullable Result word(Revision revision) {
        return Plausibility.undisputed(revision);
    }

    private boolean isAtFault(Result it, Result dated, List<Result> before) {
        if (near(it).size() < 3) {
            return false;
        }
        if (isOutside(it)) {
            return !isSaidElsewhere(it, deviation(it));
        }
        return (isMoved(it, before) || goesTooFar(dated, List.of()))
                && !isSaidElsewhere(it, finest(it));
    }

    /// Whether a value lies too far from all of what stood before it.
    private boolean isMoved(Result it, List<Result> before) {
        return !before.isEmpty()
                && before.stream()
                        .allMatch(word -> {
                            double from = place(word);
                            double largest = yardstick.largestCorrection(from, median(near(it)));
                            return Math.abs(place(it) - from) > largest;
                        });
    }

    private double place(Result it) {
        return yardstick.place(it.value());
    }

    private double finest(Result it) {
        return yardstick.alike(place(it));
    }

    private boolean isSaidElsewhere(Result it, double alike) {
        return said.stream()
                .filter(other -> !other.key().source().equals(it.key().source()))
                .filter(other -> Result.group(indicator.identity()).compare(other, it) == 0)
                .anyMatch(other -> Math.abs(place(other) - place(it)) <= alike);
    }

    /// Places of the 20 nearest before a value, those of its date that follow it first.
    private List<Double> near(Result it) {
        return nearest(it).stream().map(this::place).sorted().toList();
    }

    private List<Result> nearest(Result it) {
        List<Result> others = said.stream().filter(other -> !other.key().equals(it.key())).toList();
        Stream<Result> after =
                others.stream()
                        .filter(other -> other.observedOn().equals(it.observedOn()))
                        .filter(other -> Result.BY_DATE.compare(other, it) > 0);
        Stream<Result> before =
                others.reversed().stream().filter(other -> Result.BY_DATE.compare(other, it) < 0);
        return Stream.concat(after, before).limit(20).toList();
    }

    private boolean isOutside(Result it) {
        List<Double> near = near(it);
        if (near.size() < 8) {
            return false;
        }
        double low = near.get(1);
        double high = near.get(near.size() - 2);
        double outside = Math.max(low - place(it), place(it) - high);
        return outside > 2 * (high - low)
                && Math.abs(place(it) - median(near)) / deviation(it) > deviations;
    }

    private double deviation(Result it) {
        double median = median(near(it));
        List<Double> distances =
                near(it).stream().map(other -> Math.abs(other - median)).sorted().toList();
        return Math.max(1.4826 * median(distances), yardstick.finest(median));
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private boolean goesTooFar(Result it, List<Result> peers) {
        List<Result> earlier =
                measures.stream()
                        .filter(other -> other.observedOn().compareTo(it.observedOn()) < 0)
                        .filter(other -> !other.key().equals(it.key()))
                        .sorted(Result.BY_DATE)
                        .toList();
        List<Result> records = Frontier.of(earlier, direction);
        if (records.isEmpty() || near(it).size() < 3) {
            return false;
        }
        records = records.subList(Math.max(0, records.size() - 9), records.size());
        double best = place(records.getLast());
        for (Result peer : peers) {
            best = direction.isBeyond(place(peer), best) ? place(peer) : best;
        }
        double largest = 0;
        for (int i = 1; i < records.size(); i++) {
            largest =
                    Math.max(largest, Math.abs(place(records.get(i)) - place(records.get(i - 1))));
        }
        double steps = (records.size() > 5 ? 3 : 8) * largest;
        double plausible =
                records.size() < 3
                        ? yardstick.largestStep()
                        : Math.min(
                                yardstick.largestStep(),
                                Math.max(yardstick.smallStep(best), steps));
        return direction.isBeyond(place(it), best) && Math.abs(place(it) - best) > plausible;
    }
}
