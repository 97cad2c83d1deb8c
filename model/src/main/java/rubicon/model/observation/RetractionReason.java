package rubicon.model.observation;

/// Why a statement was withdrawn.
public enum RetractionReason {
    CONTAMINATION,
    GRADER_FAULT,
    WRONG_UNIT,
    WITHDRAWN,
    DUPLICATE
}
