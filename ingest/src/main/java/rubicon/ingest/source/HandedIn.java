package rubicon.ingest.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import rubicon.ingest.intake.EventPublisher.Outgoing;
import rubicon.ingest.intake.OutcomeService;
import rubicon.model.observation.ObservationKey;

/// What a file says that somebody handed in, read as a source's own file would be. What is not in
/// the file stays as it is.
///
/// @param events one for each row that was read, and for each withdrawal
/// @param refused rows that cannot be read
/// @param unread columns and fields that were there and that nobody asked for
/// @param passedOver what is there and is no row, in words
/// @param unresolved how often each name is there that nobody resolved
public record HandedIn(
        List<Outgoing> events,
        List<Mapped.Refused> refused,
        List<String> unread,
        List<String> passedOver,
        SortedMap<String, Integer> unresolved) {
    public HandedIn {
        unread = List.copyOf(unread);
        passedOver = List.copyOf(passedOver);
        events = List.copyOf(events);
        refused = List.copyOf(refused);
    }

    /// Why files of a source's format cannot be handed in one by one; empty if they can.
    public static Optional<String> obstacle(Source source) {
        return source.connector().layout() instanceof Layout.Single
                ? Optional.empty()
                : Optional.of("'%s' is made of several files".formatted(source.connector().id()));
    }

    /// Reads a file.
    ///
    /// @param ledger to ask what is known of its rows
    /// @throws DriftException if it is not of the format at all
    public static HandedIn read(Source source, Fetched file, OutcomeService ledger)
            throws DriftException {
        Delivery delivery = new Delivery(source.options(), List.of(file));
        Mapped mapped = source.map(delivery);
        Optional<DriftException> drift = mapped.drift();
        if (drift.isPresent()) {
            throw drift.get();
        }
        if (source.connector().isUndated()) {
            mapped = FirstSeen.dated(mapped, ledger.dates(FirstSeen.undated(mapped)));
        }
        Set<ObservationKey> reported =
                ledger.dates(
                                mapped.withdrawals().stream()
                                        .map(it -> SyncPlan.keyOf(it.retraction()))
                                        .toList())
                        .keySet();
        SyncPlan plan =
                SyncPlan.of(
                        source, Set.of(), mapped, RowFiles.NONE, file.statedAt(), reported, null);
        List<Outgoing> events = new ArrayList<>(plan.reports());
        events.addAll(plan.retractions());
        return new HandedIn(
                events,
                mapped.refused(),
                delivery.unread(Mapped.MOST_TOLD),
                mapped.told(),
                OwnAliases.unresolved(mapped));
    }
}
