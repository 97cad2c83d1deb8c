package rubicon.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Fourth layer: the restricted pod security standard and common practices.
class PolicyIT {
    private static final String CHECK = "policy.mjs";

    @ParameterizedTest
    @ValueSource(strings = {"small", "production", "everything"})
    void overlaysKeepThePolicies(String overlay) throws Exception {
        assertThat(NodeChecks.findings(CHECK, Manifests.rendered(overlay).file())).isEmpty();
    }

    @Test
    void aPodThatMayDoAnythingIsRefused() throws Exception {
        assertThat(NodeChecks.findings(CHECK, Manifests.bad("policy.yaml").file()))
                .anyMatch(it -> it.contains("KBP001")) // the tag latest
                .anyMatch(it -> it.contains("KBP003")) // no limit of processor time
                .anyMatch(it -> it.contains("KBP102")) // a root file system that can be written
                .anyMatch(it -> it.contains("KBP106")) // a token that nobody asked for
                .anyMatch(it -> it.contains("PSS102")) // the node's network
                .anyMatch(it -> it.contains("PSS103")) // privileged
                .anyMatch(it -> it.contains("PSS202")) // may raise its rights
                .anyMatch(it -> it.contains("PSS205")); // no seccomp profile
    }
}
