package rubicon.ingest.computed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import rubicon.ingest.catalogue.BuiltInCatalogue;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.IndicatorLedger;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Provenance;
import rubicon.model.observation.Subject;

class FromCardsTest {
    private static final IndicatorId PRINTED = new IndicatorId("anthropic-eci");

    private final Catalogue catalogue = BuiltInCatalogue.read();
    private final List<Statement> statements = new ArrayList<>();

    FromCardsTest() throws Exception {}

    @Test
    void cardThatBeatsThoseBeforeEndsAnInterval() {
        printed("2026-01-01", 130, null);
        printed("2026-03-01", 140, null);
        assertThat(days()).containsExactly(59.0);
    }

    @Test
    void valueThatIsDisputedMakesNoCardOneOfAFrontierModel() {
        printed("2026-01-01", 130, null);
        printed("2026-02-01", 150, "the card was withdrawn");
        printed("2026-03-01", 140, null);
        assertThat(days()).containsExactly(59.0);
    }

    @Test
    void valueThatCannotBeIsHeldAndMakesNone() {
        for (int month = 1; month <= 8; month++) {
            printed("2025-0%d-01".formatted(month), 130 + month, null);
        }
        printed("2025-10-01", 100_000, null);
        assertThat(days()).hasSize(7).allMatch(it -> it <= 31);
    }

    private List<Double> days() {
        return FromCards.intervals(catalogue, Map.of(PRINTED, IndicatorLedger.of(statements)))
                .stream()
                .map(it -> it.estimate().value())
                .toList();
    }

    private void printed(String day, double value, @Nullable String disputed) {
        Observation observation =
                new Observation(
                        new ObservationKey("ai-rd-system-cards", PRINTED, "row of " + day),
                        new Subject("Model of " + day, "Maker", null, null, Actor.AI),
                        Estimate.of(value),
                        null,
                        ObservedOn.day(LocalDate.parse(day)),
                        null,
                        null,
                        Evaluator.FIRST_PARTY,
                        null,
                        null,
                        disputed,
                        null,
                        new TreeMap<>(),
                        Provenance.NONE);
        Instant told = Instant.parse(day + "T00:00:00Z");
        statements.add(
                new Statement(
                        day,
                        new EventKey("test", day),
                        observation.key(),
                        told,
                        told,
                        new Content.Reported(observation)));
    }
}
