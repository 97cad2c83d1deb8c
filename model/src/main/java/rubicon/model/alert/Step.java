package rubicon.model.alert;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What one input did: the alert after it, and the facts to write and send.
///
/// @param transitions in their order; empty if neither condition nor severity changed
/// @param episodes those that it touched, each once, as it stands now, the older first
public record Step(AlertInstance instance, List<Transition> transitions, List<Episode> episodes) {

    public Step {
        transitions = List.copyOf(transitions);
        episodes = episodes.size() < 2 ? List.copyOf(episodes) : lastOfEach(episodes);
    }

    private static List<Episode> lastOfEach(List<Episode> episodes) {
        var latest = new LinkedHashMap<String, Episode>();
        episodes.forEach(episode -> latest.put(episode.id(), episode));
        return List.copyOf(latest.values());
    }

    /// Nothing happened.
    static Step none(AlertInstance instance) {
        return new Step(instance, List.of(), List.of());
    }

    /// Whether the value could be read.
    public Health health() {
        return instance.health();
    }

    /// When the machine wants to be woken at the latest, if at all. Replaces an earlier one.
    public Optional<Instant> deadline() {
        return instance.deadline();
    }

    /// This, then what followed from it.
    Step then(Step next) {
        if (transitions.isEmpty() && episodes.isEmpty()) {
            return next;
        }
        return new Step(
                next.instance,
                Stream.concat(transitions.stream(), next.transitions.stream()).toList(),
                Stream.concat(episodes.stream(), next.episodes.stream()).toList());
    }
}
