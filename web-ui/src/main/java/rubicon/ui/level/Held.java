package rubicon.ui.level;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rubicon.model.wire.IndicatorPayload;
import rubicon.model.wire.IndicatorStatePayload;
import rubicon.ui.indicator.DataState;
import rubicon.ui.shell.Formats;

/// How the indicators of a level stand for data.
///
/// @param states by the indicator's id
record Held(Map<String, IndicatorStatePayload> states, Instant now) {
    static Held of(List<IndicatorStatePayload> states, Instant now) {
        return new Held(
                states.stream()
                        .collect(
                                Collectors.toMap(
                                        IndicatorStatePayload::indicator, Function.identity())),
                now);
    }

    DataState of(IndicatorPayload indicator) {
        return DataState.of(indicator, state(indicator), now);
    }

    Optional<IndicatorStatePayload> state(IndicatorPayload indicator) {
        return Optional.ofNullable(states.get(String.valueOf(indicator.id())));
    }

    long withData(List<IndicatorPayload> indicators) {
        return indicators.stream()
                .filter(it -> state(it).map(DataState::isHeld).orElse(false))
                .count();
    }

    List<IndicatorPayload> in(DataState state, List<IndicatorPayload> indicators) {
        return indicators.stream().filter(it -> of(it) == state).toList();
    }

    /// The best value of an indicator, else the latest, with its unit; empty where none is held.
    Optional<String> value(IndicatorPayload indicator) {
        return state(indicator)
                .flatMap(it ->
                        Optional.ofNullable(
                                        it.frontier().isEmpty()
                                                ? it.latest()
                                                : it.frontier().getLast())
                                .map(point -> Formats.value(point.value(), it.unit())));
    }

    /// What pages of levels say of these indicators: the same as long as none of it changes.
    List<String> said(List<IndicatorPayload> indicators) {
        return indicators.stream().map(it -> of(it) + value(it).orElse("")).toList();
    }

    /// How many stand how, in the order of the states; a few words each.
    List<String> summary(List<IndicatorPayload> indicators) {
        return Stream.of(DataState.values())
                .map(it -> Map.entry(it, in(it, indicators).size()))
                .filter(it -> it.getValue() > 0)
                .map(it -> it.getValue() + " " + it.getKey().words())
                .toList();
    }
}
