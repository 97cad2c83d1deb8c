package rubicon.model.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rubicon.model.analysis.Plausibility.Doubt;
import rubicon.model.ledger.History;
import rubicon.model.ledger.History.Held;
import rubicon.model.ledger.Revision;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;

/// Which last words of an indicator are held, kept up to date observation by observation.
///
/// A value is measured by the best of what counts on the dates before its own. So verdicts are
/// found oldest first; each that changes, and moves the best, has those judged anew that are
/// measured by it: the next records, and what was found remarkable since. At last, what is held for
/// its step alone is released if one of its date or later went as far and is vouched for; what is
/// released so is no measure, for the one that released it is. What is held is taken to be little.
///
/// Mutable and not safe for use by several threads.
///
/// @see "docs/adr/0013-held-values.md"
final class HeldValues {
    private final Plausibility check;
    private final RecordSteps steps;
    private final NavigableMap<Result, Finding> findings = new TreeMap<>(Result.BY_DATE);
    private final NavigableSet<Result> strays = new TreeSet<>(Result.BY_DATE);
    private final NavigableSet<Result> vouched = new TreeSet<>(Result.BY_DATE);
    private final Set<ObservationKey> confirmed = new HashSet<>();

    /// What lies too far from something that its observation said before.
    private final Set<ObservationKey> moved = new HashSet<>();

    /// What lies too far from what its observation said first: a slip that was mended does not.
    private final Set<ObservationKey> elsewhere = new HashSet<>();

    /// To be judged yet, oldest first.
    private final NavigableSet<Result> due = new TreeSet<>(Result.BY_DATE);

    /// Last words whose verdicts may be others now.
    private final Map<ObservationKey, Result> judged = new HashMap<>();

    /// What has no verdict yet, and is no measure.
    private @Nullable Result unsettled;

    private boolean isLoading;
    private boolean isVouchedAnew;

    HeldValues(Plausibility check) {
        this.check = check;
        this.steps = check.steps();
    }

    /// What is remarkable about a last word.
    ///
    /// @param held the verdict, whether it was released or not
    /// @param isStep whether it is held for its step alone
    /// @param isReleased whether one that is vouched for went as far
    /// @param isVouched whether it went too far beyond the best of the dates before its own, and
    ///   somebody or another source stands for it
    /// @param instead what goes on to count as a measure from its date on, where it is held
    /// @param isLate whether its observation said something of a later date before: what of that
    ///   stands is known when all those dates are judged
    /// @param strays whether its observation said something of another date or subject before
    private record Finding(
            Result last,
            @Nullable Held held,
            boolean isStep,
            boolean isReleased,
            boolean isVouched,
            @Nullable Result instead,
            boolean isLate,
            boolean strays) {

        static Finding confirmed(Result last) {
            return new Finding(last, null, false, false, true, null, false, false);
        }

        Finding with(Held verdict) {
            return new Finding(
                    last, verdict, isStep, isReleased, isVouched, instead, isLate, strays);
        }

        Finding released(boolean now) {
            return new Finding(last, held, isStep, now, isVouched, instead, isLate, strays);
        }

        /// What it is a measure with.
        @Nullable Result measures() {
            return held == null ? last : instead;
        }

        Optional<Held> verdict() {
            return isReleased ? Optional.empty() : Optional.ofNullable(held);
        }
    }

    /// What stood of an observation before one of its words.
    ///
    /// @param own the newest word that was not at fault; null where only such stood as somebody
    ///   stands for
    private record Former(int number, Result word, @Nullable Result own) {}

    /// Takes in what an observation says, before any verdict was given.
    ///
    /// @param said its last word; null where its source disputes it or took it back
    void say(History history, @Nullable Result said) {
        ObservationKey key = history.key();
        confirmed.remove(key);
        moved.remove(key);
        elsewhere.remove(key);
        if (said == null) {
            return;
        }
        check.add(said);
        if (Plausibility.isConfirmed(history)) {
            confirmed.add(key);
        } else if (said.revision() > 1) {
            List<Result> formers = formers(history);
            if (formers.stream().anyMatch(it -> check.isMoved(said, it))) {
                moved.add(key);
            }
            if (!formers.isEmpty() && check.isMoved(said, formers.getLast())) {
                elsewhere.add(key);
            }
        }
    }

    /// The verdicts on all that was said.
    ///
    /// @param histories gives the history of an observation; asked for few
    /// @return of what is held, and perhaps of some that is not
    Map<ObservationKey, Optional<Held>> judgeAll(Function<ObservationKey, History> histories) {
        isLoading = true;
        for (Result it : check.said()) {
            unsettled = it;
            due.add(it);
            settle(histories);
        }
        isLoading = false;
        unsettled = null;
        return conclude(histories);
    }

    /// The verdicts that change with what an observation says.
    ///
    /// @param before its last word until now
    /// @param now its last word
    /// @return of all observations whose verdict may be another; always of this one, if it is held
    Map<ObservationKey, Optional<Held>> change(
            @Nullable Result before,
            @Nullable Result now,
            History history,
            Function<ObservationKey, History> histories) {
        if (before != null) {
            forget(before);
        }
        say(history, now);
        if (now != null) {
            unsettled = now;
            due.add(now);
            due.addAll(check.neighbours(now));
        }
        for (Result it : findings.keySet()) {
            if ((before != null && check.isOfOneGroup(it, before))
                    || (now != null && check.isOfOneGroup(it, now))) {
                due.add(it);
            }
        }
        due.addAll(strays);
        settle(histories);
        return conclude(histories);
    }

    /// What can only be said when all that is due was judged.
    private Map<ObservationKey, Optional<Held>> conclude(
            Function<ObservationKey, History> histories) {
        strays.forEach(it -> standLate(it, histories));
        for (Result it : List.copyOf(isVouchedAnew ? findings.keySet() : judged.values())) {
            Finding found = findings.get(it);
            if (found != null && found.isStep()) {
                put(it, found.released(steps.doubt(it, vouchedFrom(it)) == null));
            }
        }
        Map<ObservationKey, Optional<Held>> verdicts = new HashMap<>();
        judged.forEach((key, last) -> {
            Finding found = findings.get(last);
            verdicts.put(key, found == null ? Optional.empty() : found.verdict());
        });
        judged.clear();
        isVouchedAnew = false;
        return verdicts;
    }

    /// Those of a value's date or later that went too far and are vouched for.
    private List<Result> vouchedFrom(Result it) {
        return vouched.isEmpty()
                ? List.of()
                : List.copyOf(vouched.tailSet(it.beforeAllOf(it.observedOn()), true));
    }

    private void forget(Result before) {
        Result measure = measure(before);
        check.remove(before);
        put(before, null);
        judged.remove(before.key());
        move(measure, null);
        due.addAll(check.neighbours(before));
    }

    /// Gives the verdicts that are due.
    private void settle(Function<ObservationKey, History> histories) {
        for (Result last = due.pollFirst(); last != null; last = due.pollFirst()) {
            Result measure = measure(last);
            if (!isLoading && last.equals(unsettled)) {
                unsettled = null;
            }
            Finding now = finding(last, histories);
            put(last, now);
            move(measure, now == null ? last : now.measures());
        }
    }

    private void put(Result last, @Nullable Finding now) {
        Finding before = now == null ? findings.remove(last) : findings.put(now.last(), now);
        keep(strays, last, now != null && now.strays());
        isVouchedAnew |= keep(vouched, last, now != null && now.isVouched());
        if (before != null || now != null) {
            judged.put(last.key(), last);
        }
    }

    private static boolean keep(Set<Result> set, Result it, boolean isOfIt) {
        return isOfIt ? set.add(it) : set.remove(it);
    }

    /// What a last word is a measure with, by the verdict on it.
    private @Nullable Result measure(Result last) {
        if (unsettled != null
                && (isLoading
                        ? Result.BY_DATE.compare(last, unsettled) >= 0
                                && !findings.containsKey(last)
                        : last.equals(unsettled))) {
            return null;
        }
        Finding found = findings.get(last);
        return found == null ? last : found.measures();
    }

    /// One measure takes the place of another one of its date.
    private void move(@Nullable Result old, @Nullable Result now) {
        Result any = old == null ? now : old;
        if (any == null || Objects.equals(old, now)) {
            return;
        }
        ObservedOn date = any.observedOn();
        ObservedOn next = steps.next(date);
        boolean moves = old != null && steps.remove(old, this::measures);
        moves |= now != null && steps.add(now);
        if (moves) {
            steps.judgedBy(date, next).forEach(it -> due.add(last(it)));
            due.addAll(foundAfter(date));
        }
    }

    /// The last word that a measure is of.
    private Result last(Result measure) {
        Finding found = findings.get(measure);
        return found == null ? measure : found.last();
    }

    /// Measures from one place in the order of dates on, before another one.
    private List<Result> measures(Result from, @Nullable Result to) {
        List<Result> found = new ArrayList<>();
        for (Result it : RunningBest.between(from, to, check.said())) {
            Result measure = measure(it);
            if (measure != null) {
                found.add(measure);
            }
        }
        return found;
    }

    /// What was found remarkable of later dates.
    private List<Result> foundAfter(ObservedOn date) {
        if (findings.isEmpty() || findings.lastKey().observedOn().compareTo(date) <= 0) {
            return List.of();
        }
        List<Result> after = new ArrayList<>();
        for (Result it : findings.descendingKeySet()) {
            if (it.observedOn().compareTo(date) <= 0) {
                break;
            }
            after.add(it);
        }
        return after;
    }

    private @Nullable Finding finding(Result last, Function<ObservationKey, History> histories) {
        ObservationKey key = last.key();
        double[] near = check.nearSaid(last);
        if (!Plausibility.areEnough(near)) {
            return null;
        }
        Doubt step = steps.doubt(last, List.of());
        if (confirmed.contains(key)) {
            return step == null ? null : Finding.confirmed(last);
        }
        Doubt spread = check.bySpread(last, near);
        if (step == null && spread == null && !moved.contains(key)) {
            return null;
        }
        History history = last.revision() == 1 ? History.EMPTY : histories.apply(key);
        List<Result> formers = formers(history);
        boolean isLate =
                formers.stream().anyMatch(it -> it.observedOn().compareTo(last.observedOn()) > 0);
        boolean strays =
                formers.stream()
                        .anyMatch(it ->
                                !it.observedOn().equals(last.observedOn())
                                        || !check.isOfOneGroup(it, last));
        Former former = former(history, last.observedOn());
        Doubt correction = byCorrection(last, former, near);
        Doubt far = spread != null ? spread : correction;
        Doubt first = far != null ? far : step;
        boolean isSaidElsewhere = first != null && check.isSaidElsewhere(last, first);
        Doubt doubt = isSaidElsewhere ? null : first;
        return new Finding(
                last,
                doubt == null
                        ? null
                        : new Held(former == null ? 0 : former.number(), doubt.reason()),
                doubt != null && far == null,
                false,
                isSaidElsewhere && step != null,
                former == null || isLate ? null : former.word().on(last.observedOn()),
                isLate,
                strays);
    }

    /// What was said since an observation was last withdrawn or disputed, before its last word.
    private static List<Result> formers(History history) {
        List<Result> formers = new ArrayList<>();
        List<Revision> revisions = history.revisions();
        for (int i = revisions.size() - 2; i >= 0; i--) {
            Result word = Plausibility.undisputed(revisions.get(i));
            if (word == null) {
                break;
            }
            formers.add(word);
        }
        return formers;
    }

    /// The newest word before the last that is not at fault; a withdrawal or a dispute ends the
    /// search.
    ///
    /// @param newest date at which words of later ones are measured by the best; null for their own
    private @Nullable Former former(History history, @Nullable ObservedOn newest) {
        List<Revision> revisions = history.revisions();
        Former former = null;
        for (int i = 0; i < revisions.size() - 1; i++) {
            Result word = Plausibility.undisputed(revisions.get(i));
            if (word == null) {
                former = null;
            } else if (!isAtFault(word, newest, former)) {
                former = new Former(i + 1, word, word);
            } else if (Plausibility.isConfirmed(revisions.get(i))) {
                former = new Former(i + 1, word, former == null ? null : former.own());
            }
        }
        return former;
    }

    /// Whether a word lies too far from what stood before it, and from what stood without anybody's
    /// help: so a source mends what somebody confirmed by mistake.
    private @Nullable Doubt byCorrection(Result word, @Nullable Former before, double[] near) {
        return before == null
                        || before.own() == null
                        || check.byCorrection(word, before.own(), near) == null
                ? null
                : check.byCorrection(word, before.word(), near);
    }

    private boolean isAtFault(Result word, @Nullable ObservedOn newest, @Nullable Former before) {
        double[] near = check.near(word);
        if (!Plausibility.areEnough(near)) {
            return false;
        }
        if (haveMoved(check.nearest(word))) {
            return byCorrection(word, before, near) != null;
        }
        Doubt doubt = check.bySpread(word, near);
        if (doubt == null) {
            doubt = byCorrection(word, before, near);
        }
        if (doubt == null) {
            doubt =
                    steps.doubt(
                            newest != null && word.observedOn().compareTo(newest) > 0
                                    ? word.on(newest)
                                    : word,
                            List.of());
        }
        return doubt != null && !check.isSaidElsewhere(word, doubt);
    }

    /// Whether most of these were corrected by more than is plausible, as with a file that is in
    /// another unit now.
    private boolean haveMoved(List<Result> others) {
        return 2 * others.stream().filter(it -> elsewhere.contains(it.key())).count()
                > others.size();
    }

    /// Finds what of later dates stands in place of what is held, when those are judged.
    private void standLate(Result last, Function<ObservationKey, History> histories) {
        Finding found = findings.get(last);
        if (found != null && found.isLate() && found.held() != null) {
            Former former = former(histories.apply(last.key()), null);
            int number = former == null ? 0 : former.number();
            put(last, found.with(new Held(number, found.held().reason())));
        }
    }
}
