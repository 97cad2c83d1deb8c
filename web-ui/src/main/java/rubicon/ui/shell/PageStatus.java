package rubicon.ui.shell;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import rubicon.model.catalogue.View;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.live.AlertFeed;
import rubicon.ui.live.IndicatorFeed;

/// Answers 404 with the document of a page that there is not. What the page says is decided later,
/// when the browser has started it; the status goes out before.
@ApplicationScoped
class PageStatus {
    private final IngestClient ingest;
    private final IndicatorFeed indicators;
    private final AlertFeed alerts;

    PageStatus(IngestClient ingest, IndicatorFeed indicators, AlertFeed alerts) {
        this.ingest = ingest;
        this.indicators = indicators;
        this.alerts = alerts;
    }

    void install(@Observes ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::answer);
    }

    private void answer(IndexHtmlResponse response) {
        String path = String.valueOf(response.getVaadinRequest().getPathInfo());
        if (!exists(path.replaceAll("^/+|/+$", ""))) {
            response.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private boolean exists(String path) {
        if (RouteConfiguration.forApplicationScope().getRoute(path).isEmpty()) {
            return false;
        }
        List<String> parts = List.of(path.split("/", -1));
        if (parts.size() != 2) {
            return true;
        }
        String id = parts.getLast();
        return switch (parts.getFirst()) {
            case "indicators" -> indicators.knows(id) || mayExist(ingest.indicator(id));
            case "views" -> isLevel(id);
            case "alerts" -> alerts.knows(id) || mayExist(ingest.alert(id));
            default -> true;
        };
    }

    private static boolean isLevel(String id) {
        return Stream.of(View.values())
                .anyMatch(it -> it.name().toLowerCase(Locale.ROOT).equals(id));
    }

    /// What can not be read at the moment may exist.
    private static boolean mayExist(Answer<?> answer) {
        return !(answer instanceof Answer.Failed<?>(Failure failure)
                && failure.kind() == Failure.Kind.NOT_FOUND);
    }
}
