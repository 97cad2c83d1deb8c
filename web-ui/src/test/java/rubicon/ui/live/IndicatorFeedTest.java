package rubicon.ui.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.vaadin.flow.signals.Signal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.testing.Wire;

final class IndicatorFeedTest {
    private static final String ID = "metr-horizon-p50";

    private final ObjectMapper json =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();
    private final ScriptedTopic topic = new ScriptedTopic();
    private final IndicatorFeed feed = new IndicatorFeed(topic, json);

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void theTopicIsReadFromItsBeginningAndThenLive() {
        publish(Wire.state(1));

        feed.start();

        await().untilAsserted(() -> assertThat(feed.peekStatus()).isEqualTo(FeedStatus.LIVE));
        assertThat(feed.everCaughtUp()).isTrue();
        assertThat(versions()).containsExactly(1L);
    }

    @Test
    void whoWatchesAnIndicatorSeesEachNewVersion() {
        List<Long> seen = new CopyOnWriteArrayList<>();
        Signal<Optional<IndicatorStatePayload>> state = feed.state(ID);
        feed.start();
        var watching =
                Signal.unboundEffect(() -> state.get().ifPresent(now -> seen.add(now.version())));

        publish(Wire.state(1));
        await().untilAsserted(() -> assertThat(seen).containsExactly(1L));
        publish(Wire.state(2));

        await().untilAsserted(() -> assertThat(seen).containsExactly(1L, 2L));
        watching.remove();
    }

    @Test
    void whatComesThickAndFastEndsInTheNewestOfEachIndicator() {
        feed.start();
        await().untilAsserted(() -> assertThat(feed.peekStatus()).isEqualTo(FeedStatus.LIVE));

        for (int version = 1; version <= 60; version++) {
            publish(Wire.state(version));
            publish(Wire.state("other", version));
        }

        await().untilAsserted(() -> assertThat(versions()).containsExactly(60L, 60L));
        assertThat(feed.records()).isEqualTo(120);
    }

    @Test
    void aLowerOrEqualVersionIsDropped() {
        feed.start();
        publish(Wire.state(7));
        publish(Wire.state(3));
        publish(Wire.state(7));
        publish(Wire.state("other", 1));

        await().untilAsserted(() -> assertThat(versions()).containsExactlyInAnyOrder(7L, 1L));
    }

    @Test
    void aRecordThatCanNotBeReadDoesNotStopTheOthers() {
        feed.start();
        topic.append(ID, "{not json");
        publish(Wire.state(4));

        await().untilAsserted(() -> assertThat(versions()).containsExactly(4L));
        assertThat(topic.opened()).isEqualTo(1);
    }

    @Test
    void aTombstoneForgetsTheIndicator() {
        feed.start();
        publish(Wire.state(4));
        await().untilAsserted(() -> assertThat(versions()).containsExactly(4L));

        topic.append(ID, null);

        await().untilAsserted(() -> assertThat(versions()).isEmpty());
    }

    @Test
    void aBrokenConnectionIsOpenedAgainAndNothingIsLost() {
        feed.start();
        publish(Wire.state(1));
        await().untilAsserted(() -> assertThat(feed.peekStatus()).isEqualTo(FeedStatus.LIVE));

        topic.fail();
        await().untilAsserted(() -> assertThat(topic.opened()).isEqualTo(2));
        publish(Wire.state(2));

        await().untilAsserted(() -> assertThat(versions()).containsExactly(2L));
        await().untilAsserted(() -> assertThat(feed.peekStatus()).isEqualTo(FeedStatus.LIVE));
    }

    @Test
    void aSilentBrokerMakesTheFeedStaleUntilItAnswers() {
        feed.start();
        await().untilAsserted(() -> assertThat(feed.peekStatus()).isEqualTo(FeedStatus.LIVE));

        topic.silent(true);
        await().untilAsserted(() -> assertThat(feed.peekStatus()).isEqualTo(FeedStatus.STALE));
        topic.silent(false);

        await().untilAsserted(() -> assertThat(feed.peekStatus()).isEqualTo(FeedStatus.LIVE));
        assertThat(feed.everCaughtUp()).isTrue();
    }

    private List<Long> versions() {
        return feed.peekStates().stream().map(IndicatorStatePayload::version).toList();
    }

    private void publish(IndicatorStatePayload state) {
        try {
            topic.append(state.indicator(), json.writeValueAsString(state));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
