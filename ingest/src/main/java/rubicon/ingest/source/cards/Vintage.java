package rubicon.ingest.source.cards;

/// Words of the column `vintage` that are treated apart.
final class Vintage {
    static final String PRINTED = "as_printed";
    static final String CORRECTED = "corrected_by_later_card";
    static final String CITED = "cited_as_published_in_later_card";

    private Vintage() {}
}
