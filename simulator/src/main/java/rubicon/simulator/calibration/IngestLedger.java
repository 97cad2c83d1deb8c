package rubicon.simulator.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.simulator.platform.IngestConfig;

/// The ledger over ingest's REST API.
@ApplicationScoped
class IngestLedger implements Ledger {
    private final HttpClient http;
    private final URI ingest;
    private final CalibrationConfig config;
    private final ObjectMapper json;

    IngestLedger(IngestConfig ingest, CalibrationConfig config, ObjectMapper json) {
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
        this.ingest = ingest.url();
        this.config = config;
        this.json = json;
    }

    /// Reads an answer's body.
    private interface Body<T> {
        T read(byte[] bytes) throws IOException;
    }

    @Override
    public Answer<IndicatorStatePayload> state(String indicator, Optional<Instant> asOf) {
        return ask(
                indicator + "/state" + asOf.map(it -> "?asOf=" + it).orElse(""),
                bytes -> json.readValue(bytes, IndicatorStatePayload.class));
    }

    @Override
    public Answer<String> kind(String indicator) {
        return ask(
                indicator,
                bytes -> {
                    JsonNode entry = json.readTree(bytes);
                    return entry.path("kind").asText();
                });
    }

    private <T> Answer<T> ask(String path, Body<T> body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(ingest.resolve("/api/v1/indicators/" + path))
                        .timeout(config.timeout())
                        .header("Accept", "application/json");
        config.token().ifPresent(it -> request.header("Authorization", "Bearer " + it));
        W3CTraceContextPropagator.getInstance()
                .inject(
                        Context.current(),
                        request,
                        (_, name, value) -> request.setHeader(name, value));
        try {
            HttpResponse<byte[]> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return switch (answer.statusCode()) {
                case 200 -> new Answer.Told<>(body.read(answer.body()));
                case 404 -> new Answer.Unknown<>();
                case 401, 403 ->
                        new Answer.Away<>("does not let the simulator read: it needs a token");
                default -> new Answer.Away<>("answered with " + answer.statusCode());
            };
        } catch (IOException e) {
            return new Answer.Away<>("could not be asked");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Away<>("could not be asked");
        }
    }
}
