package rubicon.local.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rubicon.model.reference.Case;
import rubicon.model.reference.CaseFolder;
import rubicon.model.reference.Operation;
import rubicon.model.reference.Operations;

/// The program behind `./rubicon reference`.
public final class ReferenceRun {
    private static final int OK = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final String USAGE = "./rubicon reference DIR [DIR …]; DIR holds case files";

    private final ObjectMapper mapper = new ObjectMapper();
    private final PrintStream out;
    private final PrintStream err;

    ReferenceRun(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /// Runs the cases of the first folder; in the others is looked for what the cases refer to. The
    /// exit code is 0 if all passed, 1 if not or if one cannot be read, 2 if there is no case.
    public static void main(String[] arguments) {
        System.exit(new ReferenceRun(System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        if (arguments.isEmpty() || !Files.exists(Path.of(arguments.getFirst()))) {
            err.println(
                    arguments.isEmpty()
                            ? USAGE
                            : "There is no folder %s.".formatted(arguments.getFirst()));
            return MISUSED;
        }
        List<Path> folders = arguments.stream().map(Path::of).toList();
        try {
            return hold(
                    new CaseFolder(
                                    folders.getFirst(),
                                    folders.subList(1, folders.size()),
                                    this::parse)
                            .read());
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            err.println("The cases cannot be read: " + e.getMessage());
            return MISUSED;
        }
    }

    private int hold(List<Case> cases) {
        Map<String, Operation> operations = Operations.all();
        List<Case> failed = new ArrayList<>();
        for (Case one : cases) {
            List<String> misses = one.misses(operations);
            misses.forEach(miss -> out.println("%s %s: %s".formatted(one.file(), one.id(), miss)));
            if (!misses.isEmpty()) {
                failed.add(one);
            }
        }
        out.println("%d passed, %d failed".formatted(cases.size() - failed.size(), failed.size()));
        return failed.isEmpty() ? OK : FAILED;
    }

    private @Nullable Object parse(String json) {
        try {
            return mapper.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
