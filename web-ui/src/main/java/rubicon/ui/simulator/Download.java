package rubicon.ui.simulator;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Caller;
import rubicon.ui.client.Failure;
import rubicon.ui.session.Identity;
import rubicon.ui.session.SignedIn;

/// A link to a file that the simulator writes.
final class Download {
    private Download() {}

    /// A link that asks when it is followed, on behalf of who is signed in now.
    static Anchor link(
            String text, String testId, String file, String type, Supplier<Answer<byte[]>> call) {
        Optional<String> token = SignedIn.current().map(Identity::token);
        Anchor link =
                new Anchor(
                        DownloadHandler.fromInputStream(_ -> answer(file, type, call, token)),
                        text);
        link.setTestId(testId);
        return link;
    }

    private static DownloadResponse answer(
            String file, String type, Supplier<Answer<byte[]>> call, Optional<String> token) {
        AtomicReference<@Nullable Answer<byte[]>> asked = new AtomicReference<>();
        Caller.run(token, () -> asked.set(call.get()));
        return switch (asked.get()) {
            case Answer.Ok<byte[]>(byte[] bytes) ->
                    new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            file,
                            type + ";charset=UTF-8",
                            bytes.length);
            case Answer.Failed<byte[]>(Failure failure) ->
                    DownloadResponse.error(HttpStatusCode.BAD_GATEWAY, failure.message());
            case null -> throw new IllegalStateException("the call was not made");
        };
    }
}
