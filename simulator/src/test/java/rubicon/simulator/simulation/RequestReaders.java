package rubicon.simulator.simulation;

import java.time.Duration;
import rubicon.simulator.evaluation.Models;

/// Readers of requests for tests without a container.
public final class RequestReaders {
    private RequestReaders() {}

    /// One with the defaults of the settings.
    public static RequestReader byDefault() {
        return of(new Models());
    }

    /// The same for other models.
    static RequestReader of(Models models) {
        return new RequestReader(
                models,
                new SimulationConfig() {
                    @Override
                    public int workers() {
                        return 1;
                    }

                    @Override
                    public long mostSamples() {
                        return 2_000_000;
                    }

                    @Override
                    public long mostNumbers() {
                        return 500_000_000;
                    }

                    @Override
                    public double leeway() {
                        return 2;
                    }

                    @Override
                    public Duration patience() {
                        return Duration.ofSeconds(30);
                    }

                    @Override
                    public Duration keep() {
                        return Duration.ZERO;
                    }

                    @Override
                    public String every() {
                        return "5s";
                    }
                });
    }
}
