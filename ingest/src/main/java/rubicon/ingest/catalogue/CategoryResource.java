package rubicon.ingest.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import rubicon.ingest.platform.Role;
import rubicon.model.wire.CategoryPayload;
import rubicon.model.wire.PagePayload;

/// The kinds of R&D work, and which indicators speak of each.
@Tag(name = "Categories", description = "Kinds of R&D work and what speaks of them")
@Path("/api/v1/categories")
@RolesAllowed(Role.VIEWER_NAME)
public final class CategoryResource {
    private final CategoryService categories;

    CategoryResource(CategoryService categories) {
        this.categories = categories;
    }

    /// All categories, in the order in which they are shown.
    @GET
    public PagePayload<CategoryPayload> categories() {
        return new PagePayload<>(categories.all(), null, null);
    }
}
