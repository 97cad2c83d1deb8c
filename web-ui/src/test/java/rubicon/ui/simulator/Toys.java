package rubicon.ui.simulator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import rubicon.ui.client.ScenarioModelPayload;
import rubicon.ui.client.ScenarioModelPayload.ParameterPayload;

/// A small model with an input of each kind.
final class Toys {
    private Toys() {}

    static ScenarioModelPayload model() {
        try (InputStream in = Toys.class.getResourceAsStream("/simulator/model.json")) {
            return JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(Objects.requireNonNull(in), ScenarioModelPayload.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The distribution that a parameter is drawn from by itself.
    static JsonNode prior(String parameter) {
        return Objects.requireNonNull(parameter(parameter).prior());
    }

    static ParameterPayload parameter(String name) {
        return model().parameter(name).orElseThrow();
    }
}
