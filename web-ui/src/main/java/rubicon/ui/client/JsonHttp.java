package rubicon.ui.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jboss.logging.Logger;

/// JSON over HTTP with time-outs, every outcome as an [Answer].
final class JsonHttp {
    private static final Logger LOG = Logger.getLogger(JsonHttp.class);
    private static final byte[] EMPTY_OBJECT = {'{', '}'};

    private final String name;
    private final ServiceConfig config;
    private final boolean open;
    private final ObjectMapper json;
    private final HttpClient http;

    /// @param name of the service, for messages
    /// @param open whether reading needs no token: then none is sent that may have run out
    JsonHttp(String name, ServiceConfig config, boolean open, ObjectMapper json) {
        this.name = name;
        this.config = config;
        this.open = open;
        this.json = json;
        this.http =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(config.connectTimeout())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
    }

    HttpRequest.Builder request(String target) {
        String base = config.url().toString().replaceAll("/+$", "");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + "/api/v1" + target))
                        .timeout(config.readTimeout())
                        .header("Accept", "application/json");
        return open ? request : Caller.token().map(it -> bearer(request, it)).orElse(request);
    }

    static HttpRequest.Builder bearer(HttpRequest.Builder request, String token) {
        return request.setHeader("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder post(String target, Object body) {
        return sending("POST", target, body);
    }

    HttpRequest.Builder put(String target, Object body) {
        return sending("PUT", target, body);
    }

    /// Sends a text of another type.
    HttpRequest.Builder post(String target, String type, String text) {
        return request(target)
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(text));
    }

    private HttpRequest.Builder sending(String method, String target, Object body) {
        try {
            return request(target)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the body can not be written as JSON", e);
        }
    }

    <T> Answer<T> send(HttpRequest.Builder builder, TypeReference<T> type) {
        return exchange(
                builder, body -> json.readValue(body.length == 0 ? EMPTY_OBJECT : body, type));
    }

    /// What is answered, as it was sent.
    Answer<byte[]> bytes(HttpRequest.Builder builder) {
        return exchange(builder, body -> body);
    }

    private interface Reader<T> {
        T read(byte[] body) throws IOException;
    }

    private <T> Answer<T> exchange(HttpRequest.Builder builder, Reader<T> reader) {
        // What goes on in the service for this call belongs to the same trace.
        W3CTraceContextPropagator.getInstance()
                .inject(
                        Context.current(),
                        builder,
                        (_, name, value) -> builder.setHeader(name, value));
        HttpRequest request = builder.build();
        try {
            HttpResponse<byte[]> response =
                    http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return read(response, reader);
        } catch (IOException e) {
            LOG.warnf("A service does not answer url=%s error=%s", request.uri(), e);
            return failed(
                    Failure.Kind.UNAVAILABLE, "The %s service does not answer.".formatted(name));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(Failure.Kind.UNAVAILABLE, "The page was left before the answer came.");
        }
    }

    private <T> Answer<T> read(HttpResponse<byte[]> response, Reader<T> reader) throws IOException {
        int status = response.statusCode();
        if (status < 200 || status > 299) {
            return new Answer.Failed<>(
                    new Failure(
                            kind(status),
                            message(status, response.body()),
                            violations(response.body())));
        }
        return new Answer.Ok<>(reader.read(response.body()));
    }

    private static Failure.Kind kind(int status) {
        return switch (status) {
            case 401 -> Failure.Kind.UNAUTHENTICATED;
            case 403 -> Failure.Kind.FORBIDDEN;
            case 404, 410 -> Failure.Kind.NOT_FOUND;
            default -> status >= 500 ? Failure.Kind.UNAVAILABLE : Failure.Kind.REFUSED;
        };
    }

    private String message(int status, byte[] body) {
        String said = said(body);
        if (!said.isEmpty() && status < 500) {
            return said;
        }
        return switch (kind(status)) {
            case NOT_FOUND -> "There is nothing at this address.";
            case UNAUTHENTICATED -> "Sign in first.";
            case FORBIDDEN -> "Your role does not allow this.";
            case REFUSED -> "The %s service refused this (%d).".formatted(name, status);
            case UNAVAILABLE -> "The %s service has a problem (%d).".formatted(name, status);
        };
    }

    private Map<String, String> violations(byte[] body) {
        try {
            return json.readValue(body, ProblemPayload.class).byField();
        } catch (IOException e) {
            return Map.of();
        }
    }

    private String said(byte[] body) {
        try {
            return json.readValue(body, ProblemPayload.class).readable();
        } catch (IOException e) {
            return "";
        }
    }

    private static <T> Answer<T> failed(Failure.Kind kind, String message) {
        return new Answer.Failed<>(new Failure(kind, message));
    }
}
