package rubicon.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.local.driver.DrivenHouse;

/// A house without facts and sources, with an indicator of one's own, that is stopped and started
/// again.
class EmptyHouseIT {
    private static final String OWN =
            """
            id: own-score
            title: Score of our own
            kind: MEASUREMENT
            unit: "%"
            scale: LINEAR
            bounds: {low: 0, high: 100}
            direction: HIGHER
            view: LAB
            categories: [bug-fixes]
            date: RELEASE
            identity: SUBJECT
            feed: OWN
            sources: [own-lab]
            evaluator: OTHER
            licence: {id: "CC0-1.0", export: YES}
            citation: "Our own"
            description: "A number that only this house knows."
            version: 1
            """;

    @TempDir private Path folder;

    @Test
    void hasCatalogueAndRulesButNoFactsAndKeepsWhatItIsTold() throws Exception {
        Path catalogue = Files.createDirectory(folder.resolve("catalogue"));
        Files.writeString(catalogue.resolve("own-score.yaml"), OWN);
        String[] options = {"--empty", "--catalogue", catalogue.toString()};
        Path data = folder.resolve("house");
        JsonNode credentials;
        try (DrivenHouse house = DrivenHouse.up(data, options)) {
            List<String> indicators = ids(house.get("/indicators"));
            assertThat(indicators).contains("own-score", "metr-horizon-p50");
            assertThat(house.get("/indicators/own-score").path("title").asText())
                    .isEqualTo("Score of our own");
            assertThat(ids(house.get("/rules"))).contains("horizon-ladder");
            assertThat(house.get("/sources").path("items")).isEmpty();
            for (String indicator : indicators) {
                assertThat(observations(house, indicator)).as(indicator).isEmpty();
            }
            house.post(
                    "/observations",
                    """
                    {"source": "own-lab", "indicator": "own-score", "subject": {"model": "A"},
                     "value": 40.0, "observedOn": "2026-01-01"}
                    """);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> observations(house, "own-score").size() == 1);
            credentials = house.credentials();
        }
        Files.writeString(
                catalogue.resolve("own-score.yaml"), OWN.replace("of our own", "of this house"));
        try (DrivenHouse house = DrivenHouse.up(data, options)) {
            assertThat(house.credentials()).isEqualTo(credentials);
            assertThat(observations(house, "own-score"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.path("value").asDouble()).isEqualTo(40.0));
            assertThat(titles(house.get("/indicators/own-score/versions")))
                    .as("a changed file is another version")
                    .containsExactly("Score of our own", "Score of this house");
            assertThat(titles(house.get("/indicators/metr-horizon-p50/versions"))).hasSize(1);
        }
    }

    private static List<JsonNode> observations(DrivenHouse house, String indicator)
            throws Exception {
        List<JsonNode> items = new ArrayList<>();
        house.get("/indicators/%s/observations".formatted(indicator))
                .path("items")
                .forEach(items::add);
        return items;
    }

    private static List<String> titles(JsonNode versions) {
        List<String> titles = new ArrayList<>();
        versions.path("items").forEach(it -> titles.add(it.at("/entry/title").asText()));
        return titles;
    }

    private static List<String> ids(JsonNode list) {
        List<String> ids = new ArrayList<>();
        list.path("items").forEach(it -> ids.add(it.path("id").asText()));
        return ids;
    }
}
