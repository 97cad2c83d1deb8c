package rubicon.ui.alert;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rubicon.model.wire.AlertPayload;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.shell.SubjectNames;

/// How alerts name whose value they judged: as the page of their indicator does.
///
/// @param catalogue as far as it is here
/// @param states as they are now
public record AlertNames(List<IndicatorPayload> catalogue, List<IndicatorStatePayload> states) {
    public AlertNames {
        catalogue = List.copyOf(catalogue);
        states = List.copyOf(states);
    }

    /// Whose value it is: by the result that is its evidence where that is still held, else by the
    /// name that the alert brought.
    String of(AlertPayload alert) {
        return states.stream()
                .filter(state -> state.indicator().equals(alert.indicator()))
                .findFirst()
                .flatMap(state -> of(alert, state))
                .orElseGet(() -> Objects.requireNonNullElse(alert.subject(), ""));
    }

    private Optional<String> of(AlertPayload alert, IndicatorStatePayload state) {
        return Stream.concat(state.frontier().stream(), Stream.ofNullable(state.latest()))
                .filter(point -> alert.observations().contains(point.observation()))
                .findFirst()
                .map(point -> SubjectNames.of(indicator(alert), state).of(point.subject()));
    }

    private @Nullable IndicatorPayload indicator(AlertPayload alert) {
        return catalogue.stream()
                .filter(it -> alert.indicator().equals(it.id()))
                .findFirst()
                .orElse(null);
    }
}
