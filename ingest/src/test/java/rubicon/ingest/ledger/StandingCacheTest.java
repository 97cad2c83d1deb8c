package rubicon.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rubicon.model.analysis.Standing;
import rubicon.model.catalogue.Bounds;
import rubicon.model.catalogue.DateMeaning;
import rubicon.model.catalogue.Direction;
import rubicon.model.catalogue.Export;
import rubicon.model.catalogue.Feed;
import rubicon.model.catalogue.Identity;
import rubicon.model.catalogue.Indicator;
import rubicon.model.catalogue.IndicatorId;
import rubicon.model.catalogue.Kind;
import rubicon.model.catalogue.Licence;
import rubicon.model.catalogue.Scale;
import rubicon.model.catalogue.Unit;
import rubicon.model.catalogue.View;
import rubicon.model.ledger.Content;
import rubicon.model.ledger.EventKey;
import rubicon.model.ledger.History;
import rubicon.model.ledger.Statement;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Estimate;
import rubicon.model.observation.Evaluator;
import rubicon.model.observation.Observation;
import rubicon.model.observation.ObservationKey;
import rubicon.model.observation.ObservedOn;
import rubicon.model.observation.Provenance;
import rubicon.model.observation.Subject;

class StandingCacheTest {
    private final StandingCache cache = new StandingCache(10);

    @Test
    void lendsWhatIsOfTheSameVersionAndDefinitionOnce() {
        Standing five = standing("a", 5);
        cache.put(five, 7);

        assertThat(cache.take(indicator("a", 1), 7)).containsSame(five);
        assertThat(cache.take(indicator("a", 1), 7)).isEmpty();
    }

    @Test
    void throwsAwayWhatIsOfAnotherVersionOrDefinition() {
        cache.put(standing("a", 5), 7);
        cache.put(standing("b", 5), 7);

        assertThat(cache.take(indicator("a", 1), 8)).isEmpty();
        assertThat(cache.take(indicator("a", 1), 7)).isEmpty();
        assertThat(cache.take(indicator("b", 2), 7)).isEmpty();
        assertThat(cache.take(indicator("b", 1), 7)).isEmpty();
    }

    @Test
    void makesRoomByWhatWasNotAskedForTheLongest() {
        cache.put(standing("a", 5), 1);
        cache.put(standing("b", 5), 1);
        cache.put(cache.take(indicator("a", 1), 1).orElseThrow(), 2);
        cache.put(standing("c", 2), 1);

        assertThat(cache.take(indicator("b", 1), 1)).isEmpty();
        assertThat(cache.take(indicator("a", 1), 2)).isPresent();
        assertThat(cache.take(indicator("c", 1), 1)).isPresent();
    }

    @Test
    void keepsNothingThatIsTooLargeByItselfAndNothingElseGoesForIt() {
        cache.put(standing("a", 5), 1);
        cache.put(standing("b", 11), 1);

        assertThat(cache.take(indicator("b", 1), 1)).isEmpty();
        assertThat(cache.take(indicator("a", 1), 1)).isPresent();
    }

    private static Standing standing(String id, int observations) {
        return Standing.of(
                indicator(id, 1),
                IntStream.range(0, observations)
                        .mapToObj(it ->
                                statement(
                                        new ObservationKey(
                                                "source", new IndicatorId(id), "row-" + it),
                                        it))
                        .map(it -> new History(List.of(it)))
                        .toList());
    }

    private static Statement statement(ObservationKey key, int value) {
        return new Statement(
                key.externalId(),
                new EventKey("test", key.externalId()),
                key,
                Instant.EPOCH,
                Instant.EPOCH,
                new Content.Reported(
                        new Observation(
                                key,
                                new Subject(key.externalId(), null, null, null, Actor.AI),
                                Estimate.of(value),
                                null,
                                ObservedOn.day(LocalDate.EPOCH),
                                null,
                                null,
                                Evaluator.THIRD_PARTY,
                                null,
                                null,
                                null,
                                null,
                                new TreeMap<>(),
                                Provenance.NONE)));
    }

    private static Indicator indicator(String id, int version) {
        return new Indicator(
                new IndicatorId(id),
                "An indicator",
                Kind.MEASUREMENT,
                new Unit("points"),
                Scale.LINEAR,
                new Bounds(0.0, true, null, false),
                Direction.HIGHER,
                null,
                null,
                null,
                View.MODEL,
                List.of(),
                DateMeaning.RELEASE,
                Identity.SUBJECT,
                null,
                null,
                Feed.LIVE,
                null,
                List.of("source"),
                Evaluator.THIRD_PARTY,
                new Licence("MIT", Export.YES),
                "c",
                "d",
                null,
                List.of(),
                List.of(),
                version);
    }
}
