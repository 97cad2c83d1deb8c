package rubicon.model.catalogue;

/// What an observation's date speaks of: the subject's release or the result itself.
public enum DateMeaning {
    RELEASE,
    RESULT
}
