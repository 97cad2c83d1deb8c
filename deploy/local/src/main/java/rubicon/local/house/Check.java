package rubicon.local.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import rubicon.local.StartFailed;
import rubicon.local.house.Options.Command;

/// What can be told of a command line before anything is built: `./rubicon` runs this file, and
/// those that it needs, from their source. So none of them may import a library.
final class Check {
    private Check() {}

    /// Prints the data folder of a command that may go on; the exit code is the launcher's.
    public static void main(String[] arguments) throws IOException {
        Path home = Path.of(System.getProperty("rubicon.home", ".")).toAbsolutePath().normalize();
        try {
            Options options = Options.parse(List.of(arguments), home);
            if (options.command() == Command.UP) {
                requireStartable(options);
            }
            if (options.command() == Command.RESTORE
                    && Files.exists(options.data().resolve("house.json"))) {
                throw new StartFailed(
                        "%s is not empty, and a backup is restored into an empty folder; name another with --data DIR."
                                .formatted(options.data()));
            }
            System.out.println(options.data());
        } catch (Usage e) {
            System.err.println(e.getMessage());
            System.exit(2);
        } catch (StartFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static void requireStartable(Options options) throws IOException {
        Path data = options.data();
        if (FolderLock.isHeld(data.resolve(FolderLock.HOUSE))) {
            throw new StartFailed(
                    "A house already runs on %s; stop it with ./rubicon down.".formatted(data));
        }
        // What a killed house left running holds its ports; the launcher ends it.
        if (!Files.exists(data.resolve("running.json"))) {
            HousePorts.of(options.portOffset()).requireFree();
        }
    }
}
