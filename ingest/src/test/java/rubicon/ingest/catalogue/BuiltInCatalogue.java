package rubicon.ingest.catalogue;

import java.io.IOException;
import java.util.Optional;
import rubicon.model.catalogue.Catalogue;
import rubicon.model.catalogue.Categories;

/// The catalogue that comes with Rubicon, for tests without a house.
public final class BuiltInCatalogue {
    private BuiltInCatalogue() {}

    public static Catalogue read() throws IOException {
        return new CatalogueFiles(Optional::empty).catalogue();
    }

    public static Categories categories(Catalogue catalogue) throws IOException {
        return CategoryService.read(CategoryService.entries(), catalogue);
    }
}
