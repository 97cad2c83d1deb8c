package rubicon.model.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.observation.Actor;
import rubicon.model.recordledger.Entry;
import rubicon.model.recordledger.RecordChain;
import rubicon.model.recordledger.Step;
import rubicon.model.recordledger.StepsAhead;

class StepScoresTest {
    private static final LocalDate DAY = LocalDate.parse("2024-01-01");

    private static Step step(String date, Actor actor, double gain) {
        return new Step(date, LocalDate.parse(date), actor, gain, Entry.Scope.ONE_IDEA, null);
    }

    private static MadeSteps made(List<MadeSteps> all, MadeSteps.Rate rate, String part) {
        return all.stream()
                .filter(it -> it.rate() == rate && it.part().equals(part))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachPartIsExpectedByTheRateOfAllTimeAndOfTheLastYear() {
        RecordChain chain =
                new RecordChain(
                        List.of(
                                step("2022-06-01", Actor.HUMAN, 0.2),
                                step("2023-06-01", Actor.HUMAN, 0.01),
                                step("2023-07-01", Actor.AI, 0.01)),
                        0.22);
        List<MadeSteps> all = MadeSteps.of(chain, LocalDate.parse("2022-01-01"), DAY);
        assertThat(all).hasSize(2 * (Actor.values().length + Step.Depth.values().length));
        // (.5 + 2)/(182.5 + 730)*365 and (.5 + 1)/(182.5 + 365)*365
        assertThat(made(all, MadeSteps.Rate.WHOLE, "HUMAN").ahead().expected())
                .isCloseTo(1, within(1e-12));
        assertThat(made(all, MadeSteps.Rate.LAST_YEAR, "HUMAN").ahead().expected())
                .isCloseTo(1, within(1e-12));
        assertThat(made(all, MadeSteps.Rate.WHOLE, "DEEP").ahead())
                .isEqualTo(StepsAhead.after(1, 730));
        assertThat(made(all, MadeSteps.Rate.LAST_YEAR, "DEEP").ahead())
                .isEqualTo(StepsAhead.after(0, 365));
    }

    /// Of years that overlap only one is scored, and none before it is over.
    @Test
    void aStepIsCountedInOneYearAlone() {
        StepsAhead ahead = new StepsAhead(365, 2, 0, 3, 0.8);
        List<MadeSteps> made = new ArrayList<>();
        for (int month = 0; month < 24; month++) {
            made.add(new MadeSteps(DAY.plusMonths(month), MadeSteps.Rate.WHOLE, "HUMAN", ahead));
        }
        List<Step> came = new ArrayList<>();
        came.add(step("2024-01-01", Actor.HUMAN, 0.1));
        for (int day = 2; day < 7; day++) {
            came.add(step("2024-03-0" + day, Actor.HUMAN, 0.1));
        }
        came.add(step("2024-04-01", Actor.AI, 0.1));

        // The year after 1 January 2024 ends on 31 December.
        StepScores open = StepScores.ofEach(made, came, LocalDate.parse("2024-12-31")).getFirst();
        assertThat(open.made()).isEqualTo(24);
        assertThat(open.since()).isEqualTo(DAY);
        assertThat(open.settled()).isZero();
        assertThat(open.covered()).isEmpty();

        StepScores scores = StepScores.ofEach(made, came, LocalDate.parse("2026-06-01")).getFirst();
        assertThat(scores.settled()).as("2024 and 2025").isEqualTo(2);
        assertThat(scores.covered().orElseThrow()).as("5 are not, 0 are").isEqualTo(0.5);
        assertThat(scores.meanError().orElseThrow()).isCloseTo((3 - 2) / 2.0, within(1e-12));
        assertThat(scores.brier().orElseThrow()).isCloseTo((0.04 + 0.64) / 2, within(1e-12));
    }
}
