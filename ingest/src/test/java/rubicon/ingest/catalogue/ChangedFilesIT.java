package rubicon.ingest.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rubicon.ingest.testing.IngestHouse;
import rubicon.model.wire.IndicatorPayload;

/// Files of the catalogue that were changed between two starts.
@NullUnmarked
@QuarkusTest
@QuarkusTestResource(value = IngestHouse.class, restrictToAnnotatedClass = true)
class ChangedFilesIT {
    private static final String ENTRY =
            """
            id: own-file
            title: Tickets closed without a person
            kind: SHARE
            unit: share
            scale: LINEAR
            direction: HIGHER
            view: LAB
            date: RESULT
            feed: LIVE
            sources: [tickets]
            licence: {id: internal, export: "NO"}
            citation: Our ticket system
            description: Of the tickets of a month, those that an agent closed alone.
            """;

    @Inject IndicatorVersionRepository rows;
    @TempDir Path folder;

    @Test
    void fileThatGivesRecordedValuesAnotherMeaningIsRefusedAndTheVersionBeforeStays()
            throws IOException {
        start(ENTRY);
        CatalogueService second =
                start(ENTRY.replace("unit: share", "unit: ratio").replace("closed", "done"));

        assertThat(second.refusedAtStart()).containsOnlyKeys("own-file.yaml");
        assertThat(second.refusedAtStart().get("own-file.yaml"))
                .contains("unit", "'share'", "'ratio'");
        assertThat(second.versions("own-file")).hasSize(1);
        assertThat(second.entry("own-file")).map(IndicatorPayload::unit).contains("share");
        assertThat(new CatalogueReadiness(second).call().getData().orElseThrow())
                .containsKey("own-file.yaml");

        CatalogueService third = start(ENTRY.replace("closed", "done"));
        assertThat(third.refusedAtStart()).isEmpty();
        assertThat(third.versions("own-file")).hasSize(2);
    }

    @Test
    void houseWithGoodFilesIsReadyAndRefusesNone() {
        given().get("/q/health/ready")
                .then()
                .body("checks.name", hasItem("catalogue"))
                .body("checks.find { it.name == 'catalogue' }.status", equalTo("UP"));
    }

    private CatalogueService start(String text) throws IOException {
        Files.writeString(folder.resolve("own-file.yaml"), text);
        return new CatalogueService(new CatalogueFiles(() -> Optional.of(folder)), rows);
    }
}
