package rubicon.model.alert;

import java.time.Instant;

/// What an alert is in; each state has only what it knows.
public sealed interface AlertState {

    /// The name of the state.
    default AlertCondition condition() {
        return switch (this) {
            case Normal _ -> AlertCondition.NORMAL;
            case Pending _ -> AlertCondition.PENDING;
            case Firing _ -> AlertCondition.FIRING;
            case Recovering _ -> AlertCondition.RECOVERING;
        };
    }

    /// Nothing is breached.
    record Normal() implements AlertState {}

    /// Breached, not yet for the pending period. The episode has its number, and has not fired.
    record Pending(Episode episode, Latches latches) implements AlertState {
        public Pending {
            if (episode.firedAt() != null || !episode.isOpen()) {
                throw new IllegalArgumentException("not pending: " + episode);
            }
        }
    }

    /// At least one severity is held.
    record Firing(Episode episode, Latches latches) implements AlertState {
        public Firing {
            if (episode.firedAt() == null || !episode.isOpen()) {
                throw new IllegalArgumentException("not firing: " + episode);
            }
        }
    }

    /// Clear, not yet for the keep-firing period.
    ///
    /// @param since when the state was entered
    record Recovering(Episode episode, Instant since, Latches latches) implements AlertState {
        public Recovering {
            if (episode.firedAt() == null || !episode.isOpen()) {
                throw new IllegalArgumentException("not recovering: " + episode);
            }
        }
    }
}
