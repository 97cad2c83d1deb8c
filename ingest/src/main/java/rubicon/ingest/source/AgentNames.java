package rubicon.ingest.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/// What the names of agents in eval runs mean: by Rubicon's own file, else by the organisation's.
/// Runs keep the names as they were written.
@ApplicationScoped
public class AgentNames {
    private final Aliases names = Aliases.of("metr-run-agents");
    private final OwnAliases own;

    AgentNames(Sources sources) {
        this.own = sources.own();
    }

    /// The model that an agent is; the agent's own name where nobody resolved it.
    ///
    /// @param sources whose runs name the agent
    public String model(String agent, Collection<String> sources) {
        return names.name(agent)
                .or(() ->
                        sources.stream()
                                .sorted()
                                .flatMap(source -> own.name(source, agent).stream())
                                .findFirst())
                .map(Aliases.Name::model)
                .orElse(agent);
    }
}
