package rubicon.simulator.evaluation;

import rubicon.simulator.scenario.Value;

/// What came of reading a value from JSON.
public sealed interface Reading {

    /// A value of the domain's form; whether it lies in its range is for the domain to say.
    record Read(Value value) implements Reading {}

    /// It has another form. The objection ends the sentence that the field's name begins.
    record Refused(String objection) implements Reading {}
}
