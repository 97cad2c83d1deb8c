package rubicon.local.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the command line asks for. [Check] runs it from its source, without libraries: hence no
/// `@Nullable`.
///
/// @param sources a file that takes the place of the built-in sources; empty for those
/// @param catalogue a folder with catalogue files of one's own; empty for none
/// @param empty neither facts nor sources
/// @param file of a backup
record Options(
        Command command,
        Path data,
        int portOffset,
        boolean detach,
        boolean json,
        boolean empty,
        Optional<Path> sources,
        Optional<Path> catalogue,
        Optional<Path> file) {

    /// What is to be done.
    enum Command {
        UP,
        DOWN,
        STATUS,
        BACKUP,
        RESTORE;

        /// As it is typed.
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean takesFile() {
            return this == BACKUP || this == RESTORE;
        }
    }

    private static final int LARGEST_OFFSET = 40_000;

    /// Reads a command line.
    ///
    /// @param home the project's folder, in which the data folder lies by default
    /// @throws Usage if it cannot be understood
    static Options parse(List<String> arguments, Path home) {
        if (arguments.isEmpty()) {
            throw new Usage("no command is given; try ./rubicon help");
        }
        Command command = command(arguments.getFirst());
        Path data = home.resolve(".rubicon");
        int offset = 0;
        boolean detach = false;
        boolean json = false;
        boolean empty = false;
        Optional<Path> sources = Optional.empty();
        Optional<Path> catalogue = Optional.empty();
        Optional<Path> file = Optional.empty();
        Iterator<String> rest = arguments.subList(1, arguments.size()).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            switch (option) {
                case "--data" -> data = data(value(option, rest));
                case "--port-offset" -> offset = offset(value(option, rest));
                case "--detach" -> detach = only(Command.UP, command, option);
                case "--json" -> json = only(Command.STATUS, command, option);
                case "--empty" -> empty = only(Command.UP, command, option);
                case "--sources" -> {
                    only(Command.UP, command, option);
                    sources = Optional.of(file(option, value(option, rest)));
                }
                case "--catalogue" -> {
                    only(Command.UP, command, option);
                    catalogue = Optional.of(folder(option, value(option, rest)));
                }
                default -> {
                    if (!command.takesFile() || file.isPresent() || option.startsWith("-")) {
                        throw new Usage(
                                "%s does not know %s; try ./rubicon help"
                                        .formatted(command.word(), option));
                    }
                    file = Optional.of(backup(command, option));
                }
            }
        }
        if (command.takesFile() && file.isEmpty()) {
            throw new Usage("%s needs a file; try ./rubicon help".formatted(command.word()));
        }
        return new Options(
                command,
                data.toAbsolutePath().normalize(),
                offset,
                detach,
                json,
                empty,
                sources,
                catalogue,
                file);
    }

    private static Command command(String name) {
        for (Command command : Command.values()) {
            if (command.word().equals(name)) {
                return command;
            }
        }
        throw new Usage("there is no command '%s'; try ./rubicon help".formatted(name));
    }

    private static boolean only(Command allowed, Command command, String option) {
        if (command != allowed) {
            throw new Usage("%s belongs to ./rubicon %s".formatted(option, allowed.word()));
        }
        return true;
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new Usage(option + " needs a value");
        }
        return rest.next();
    }

    private static Path data(String text) {
        Path data = Path.of(text).toAbsolutePath();
        if (Files.isRegularFile(data)) {
            throw new Usage("--data: %s is a file, not a folder".formatted(data));
        }
        return data;
    }

    private static Path backup(Command command, String text) {
        Path file = Path.of(text).toAbsolutePath().normalize();
        Path folder = file.getParent();
        if (command == Command.RESTORE) {
            return file("restore", text);
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw new Usage("backup: there is no folder for %s".formatted(file));
        }
        return file;
    }

    private static Path file(String option, String text) {
        Path file = Path.of(text).toAbsolutePath();
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new Usage("%s: there is no readable file %s".formatted(option, file));
        }
        return file;
    }

    private static Path folder(String option, String text) {
        Path folder = Path.of(text).toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            throw new Usage("%s: there is no folder %s".formatted(option, folder));
        }
        return folder;
    }

    private static int offset(String text) {
        try {
            int offset = Integer.parseInt(text);
            if (offset >= 0 && offset <= LARGEST_OFFSET) {
                return offset;
            }
        } catch (NumberFormatException e) {
            // told below, like one out of range
        }
        throw new Usage(
                "--port-offset must be a number from 0 to %d, not '%s'"
                        .formatted(LARGEST_OFFSET, text));
    }
}
