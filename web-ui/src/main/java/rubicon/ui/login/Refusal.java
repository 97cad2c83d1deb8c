package rubicon.ui.login;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import rubicon.ui.client.Failure;

/// Why somebody who signed in at the organisation's provider did not get in.
enum Refusal {
    ROLE(
            "You are signed in at your organisation, but it gives you no role here: viewer, analyst"
                    + " or admin. Ask those who manage its accounts."),
    PROVIDER("Your organisation's sign-in did not succeed. Try again."),
    ABSENT("No organisation's sign-in is set up in this house."),
    TOKEN("The ingest service does not accept your organisation's sign-in."),
    UNAVAILABLE("The ingest service does not answer. Try again in a moment.");

    private final String sentence;

    Refusal(String sentence) {
        this.sentence = sentence;
    }

    static Refusal of(Failure.Kind kind) {
        return switch (kind) {
            case FORBIDDEN -> ROLE;
            case UNAVAILABLE -> UNAVAILABLE;
            case UNAUTHENTICATED, NOT_FOUND, REFUSED -> TOKEN;
        };
    }

    /// The refusal that an address names, ours or in the words of the provider.
    static Optional<Refusal> in(Map<String, List<String>> query) {
        if (query.containsKey("error")) {
            return Optional.of(PROVIDER);
        }
        String key = query.getOrDefault(LoginNavigation.REFUSED, List.of("")).getFirst();
        return Arrays.stream(values()).filter(it -> it.key().equals(key)).findFirst();
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String sentence() {
        return sentence;
    }
}
