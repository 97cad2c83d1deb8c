package rubicon.ui.name;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rubicon.ui.client.AliasPayload;
import rubicon.ui.client.Answer;
import rubicon.ui.client.Failure;
import rubicon.ui.client.IngestClient;
import rubicon.ui.client.UnresolvedNamePayload;

/// What the page asks the ingest service for.
record NamesData(
        Answer<List<UnresolvedNamePayload>> unresolved, Answer<List<AliasPayload>> aliases) {

    static NamesData load(IngestClient ingest) {
        return new NamesData(ingest.unresolvedNames(), ingest.aliases());
    }

    boolean mayComeLater() {
        return unresolved.mayComeLater() || aliases.mayComeLater();
    }

    /// The first thing that failed, in words.
    Optional<String> failure() {
        return Stream.of(unresolved, aliases)
                .flatMap(it ->
                        it instanceof Answer.Failed<?>(Failure failure)
                                ? Stream.of(failure.message())
                                : Stream.empty())
                .findFirst();
    }
}
