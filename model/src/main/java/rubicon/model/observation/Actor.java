package rubicon.model.observation;

/// Who achieved a result: people, AI, or both together.
public enum Actor {
    HUMAN,
    AI,
    CENTAUR
}
