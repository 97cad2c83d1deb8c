package rubicon.model.catalogue;

/// How an indicator's value becomes a share of what is to reach, by declaration: for a quantity
/// without upper end nothing else says when it is full.
///
/// @param scale [Scale#LINEAR] for `(value − zero)/(one − zero)`, [Scale#LOG] for
///   `ln(value/zero)/ln (one/zero)`
/// @param zero value that counts as 0; of a logarithmic scale above 0
/// @param one value that counts as 1, another than `zero`; below it where lower is better
/// @param reason why these two, for readers
/// @param source where they are from
public record DeclaredNormalisation(
        Scale scale, double zero, double one, String reason, String source) {
    public DeclaredNormalisation {
        if (!(Double.isFinite(one - zero) && one != zero)) {
            throw new IllegalArgumentException("%s to %s is no scale".formatted(zero, one));
        }
        switch (scale) {
            case LINEAR -> {}
            case LOG -> {
                if (!(zero > 0 && one > 0)) {
                    throw new IllegalArgumentException(
                            "%s to %s is no logarithmic scale".formatted(zero, one));
                }
            }
            case LOGIT ->
                    throw new IllegalArgumentException("a normalisation is linear or logarithmic");
        }
    }
}
