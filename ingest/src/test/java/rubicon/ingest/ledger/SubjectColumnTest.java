package rubicon.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import rubicon.model.observation.Actor;
import rubicon.model.observation.Subject;
import rubicon.model.wire.SubjectPayload;

class SubjectColumnTest {
    private static final ObjectMapper JSON = JsonMapper.builder().findAndAddModules().build();

    /// Hibernate reads and writes the same column with this mapper.
    @Test
    void subjectIsWrittenAsHibernateWritesIt() throws IOException {
        for (Subject subject :
                List.of(
                        new Subject("", null, null, null, Actor.HUMAN),
                        new Subject(
                                "a \"b\" \\ \u00e4",
                                "d",
                                "plain/react",
                                LocalDate.of(2026, 2, 5),
                                Actor.AI))) {
            StringWriter text = new StringWriter();
            try (JsonGenerator out = JSON.createGenerator(text)) {
                StatementTable.write(subject, out);
            }
            assertThat(text).hasToString(JSON.writeValueAsString(SubjectPayload.of(subject)));
        }
    }
}
