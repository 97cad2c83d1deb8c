package rubicon.ingest.source.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.List;
import rubicon.ingest.source.Connector;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Mapped;
import rubicon.ingest.source.SafeYaml;
import rubicon.model.ledger.Violation;
import rubicon.model.wire.ObservationPayload;

/// A YAML file with `observations` in the form of the contract, and `defaults` for what they share.
/// Each observation belongs to the source that it names, so a live source goes on where its facts
/// end.
public final class FactsConnector implements Connector {
    private final ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();

    @Override
    public String id() {
        return "facts";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public Mapped map(Fetched fetched) throws DriftException {
        JsonNode file = SafeYaml.read(fetched.payload());
        JsonNode rows = file.path("observations");
        if (!rows.isArray()) {
            throw new DriftException("the field 'observations' is missing");
        }
        List<ObservationPayload> observations = new ArrayList<>();
        List<Violation> problems = new ArrayList<>();
        int index = 0;
        for (JsonNode row : rows) {
            String path = "observations[%d]".formatted(index++);
            ObjectNode whole = json.createObjectNode();
            if (file.path("defaults") instanceof ObjectNode defaults) {
                whole.setAll(defaults);
            }
            if (row instanceof ObjectNode own) {
                whole.setAll(own);
            }
            try {
                observations.add(json.treeToValue(whole, ObservationPayload.class));
            } catch (JsonProcessingException e) {
                String message = e.getOriginalMessage().lines().findFirst().orElse("");
                problems.add(new Violation(path, message));
            }
        }
        return new Mapped(observations, problems);
    }
}
