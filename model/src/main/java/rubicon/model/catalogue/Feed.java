package rubicon.model.catalogue;

/// Where an indicator's values come from today: `LIVE` upstream, `FROZEN` upstream that stopped,
/// `RETIRED` by its issuer, `EMPTY` so far, `OWN` computation.
public enum Feed {
    LIVE,
    FROZEN,
    RETIRED,
    EMPTY,
    OWN
}
