package rubicon.ui.simulator;

import rubicon.ui.client.EvaluationPayload;

/// Another answer of the same model, for comparison.
record Beside(String title, EvaluationPayload answer) {}
