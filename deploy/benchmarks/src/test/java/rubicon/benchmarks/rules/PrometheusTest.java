package rubicon.benchmarks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PrometheusTest {
    private static final String METRICS =
            """
            # TYPE prometheus_rule_group_last_duration_seconds gauge
            prometheus_rule_group_last_duration_seconds{rule_group="/a folder/rules.yml;benchmark"} 1.25
            prometheus_rule_group_iterations_total{rule_group="/a folder/rules.yml;benchmark"} 7
            """;

    @Test
    void aMetricIsReadOffPrometheusOwnText() {
        assertThat(Prometheus.metric(METRICS, "prometheus_rule_group_last_duration_seconds{"))
                .hasValue(1.25);
        assertThat(Prometheus.metric(METRICS, "prometheus_rule_group_iterations_total{"))
                .hasValue(7);
        assertThat(Prometheus.metric("", "prometheus_rule_group_iterations_total{")).isEmpty();
    }
}
