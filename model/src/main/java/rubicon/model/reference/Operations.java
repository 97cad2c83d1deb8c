package rubicon.model.reference;

import java.util.HashMap;
import java.util.Map;
import java.util.ServiceLoader;

/// What a module, or an area of one, can compute for cases.
public interface Operations {
    /// The operations by their names, such as `horizon.fit`.
    Map<String, Operation> byName();

    /// Those of all modules on the class path.
    ///
    /// @throws IllegalStateException if two have one name
    static Map<String, Operation> all() {
        Map<String, Operation> all = new HashMap<>();
        for (Operations some : ServiceLoader.load(Operations.class)) {
            some.byName()
                    .forEach((name, operation) -> {
                        if (all.put(name, operation) != null) {
                            throw new IllegalStateException(name + " is there twice");
                        }
                    });
        }
        return Map.copyOf(all);
    }
}
