package rubicon.model.evalrun;

/// What makes a run the same one when it is stated again.
///
/// @param source id of the source that states it; sources never revise each other
/// @param runId the source's own id of the run, verbatim
public record EvalRunKey(String source, String runId) {}
