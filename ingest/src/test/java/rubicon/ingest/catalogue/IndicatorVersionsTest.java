package rubicon.ingest.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rubicon.ingest.catalogue.IndicatorVersions.Version;
import rubicon.model.catalogue.Indicator;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.IndicatorPayload;

class IndicatorVersionsTest {
    private static final String ENTRY =
            """
            id: own
            title: Tickets closed without a person
            kind: SHARE
            unit: share
            scale: LINEAR
            direction: HIGHER
            identity: SUBJECT
            view: LAB
            date: RESULT
            feed: LIVE
            sources: [tickets]
            licence: {id: internal, export: "NO"}
            citation: Our ticket system
            description: Of the tickets of a month, those that an agent closed alone.
            """;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "unit, 'unit: share', 'unit: ratio', share, ratio",
        "kind, 'kind: SHARE', 'kind: MEASUREMENT', SHARE, MEASUREMENT",
        "identity, 'identity: SUBJECT', 'identity: SERIES', SUBJECT, SERIES",
        "date, 'date: RESULT', 'date: RELEASE', RESULT, RELEASE"
    })
    void whatRecordedValuesMeanStaysAndBothMeaningsAreNamed(
            String field, String was, String becomes, String before, String after)
            throws IOException {
        List<Violation> changed = held().otherMeaning(indicator(ENTRY.replace(was, becomes)));

        assertThat(changed).extracting(Violation::field).containsExactly(field);
        assertThat(changed.getFirst().message())
                .contains("'%s'".formatted(before))
                .contains("'%s'".formatted(after));
    }

    @Test
    void anythingElseMayChangeAndANewEntryMayMeanWhatItLikes() throws IOException {
        assertThat(held().otherMeaning(indicator(ENTRY.replace("LINEAR", "LOG")))).isEmpty();
        assertThat(held().otherMeaning(indicator(ENTRY.replace("id: own", "id: other")))).isEmpty();
    }

    private static IndicatorVersions held() throws IOException {
        IndicatorPayload payload = payload(ENTRY);
        return IndicatorVersions.of(
                List.of(
                        new Version(
                                indicator(ENTRY),
                                payload,
                                Origin.FOLDER,
                                1,
                                Instant.EPOCH,
                                "somebody")));
    }

    private static IndicatorPayload payload(String text) throws IOException {
        return new CatalogueFiles(Optional::empty).parse(text);
    }

    private static Indicator indicator(String text) throws IOException {
        return ((IndicatorReader.Valid) IndicatorReader.read(payload(text))).indicator();
    }
}
