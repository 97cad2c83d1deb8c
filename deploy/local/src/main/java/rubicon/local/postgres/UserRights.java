package rubicon.local.postgres;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import rubicon.local.StartFailed;
import rubicon.local.process.Commands;

/// PostgreSQL refuses to run as root. Where the house does, its programs run in a user name space
/// of their own, in which nobody is root; files and process numbers stay the same.
record UserRights(List<String> prefix) {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    UserRights {
        prefix = List.copyOf(prefix);
    }

    static UserRights current() throws InterruptedException {
        if (!Commands.output(List.of("id", "-u"), LIMIT).orElse("").strip().equals("0")) {
            return new UserRights(List.of());
        }
        if (Commands.output(List.of("unshare", "-U", "id", "-u"), LIMIT).isEmpty()) {
            throw new StartFailed(
                    "PostgreSQL does not run as root, and this system does not let root make a user"
                            + " name space (unshare -U): start the house as an ordinary user.");
        }
        return new UserRights(List.of("unshare", "-U"));
    }

    List<String> command(List<String> command) {
        var all = new ArrayList<>(prefix);
        all.addAll(command);
        return all;
    }
}
