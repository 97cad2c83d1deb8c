package rubicon.model.catalogue;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Terms under which the values may travel on.
///
/// @param id an SPDX identifier where there is one, else the terms in words
public record Licence(String id, Export export) {
    /// The licence of what states none.
    public static final String NONE_STATED = "none stated";

    /// Under these whoever names the source may pass all values on.
    private static final Set<String> OPEN =
            Set.of(
                    "MIT",
                    "Apache-2.0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "ISC",
                    "CC0-1.0",
                    "CC-BY-3.0",
                    "CC-BY-4.0",
                    "CC-BY-SA-4.0",
                    "ODC-By-1.0",
                    "ODbL-1.0",
                    "PDDL-1.0",
                    "quoted facts");

    /// The terms of one value: the stricter of the indicator's, which these are, and of those under
    /// which the value itself was read. Terms that are not known to be open allow citations; where
    /// nobody stated any, the indicator's hold.
    ///
    /// @param own the value's own licence; null where none is given
    public Export exportOf(@Nullable String own) {
        if (own == null || own.equals(NONE_STATED) || own.equals(id)) {
            return export;
        }
        Export mine = own.equals("computed here") ? Export.OWN : ofTerms(own);
        return mine.isStricterThan(export) ? mine : export;
    }

    private static Export ofTerms(String own) {
        return OPEN.contains(own) ? Export.YES : Export.CITE;
    }
}
