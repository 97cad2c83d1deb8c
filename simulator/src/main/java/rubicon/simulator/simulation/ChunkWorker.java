package rubicon.simulator.simulation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.hipparchus.exception.MathRuntimeException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import rubicon.simulator.montecarlo.Plan;
import rubicon.simulator.montecarlo.SobolDesign;
import rubicon.simulator.montecarlo.Worker;
import rubicon.simulator.platform.ProblemException;
import rubicon.simulator.simulation.Results.Sensitivities;

/// Computes chunks, one after the other. Keeps the buffers of the run that it was last at.
final class ChunkWorker implements TopicLoop.Handler {
    private static final Logger LOG = Logger.getLogger(ChunkWorker.class);
    private static final long ASK_EVERY_NANOS = 500_000_000;

    private final Simulations simulations;
    private final Wire wire;
    private BooleanSupplier isStopping = () -> false;
    private @Nullable Prepared last;

    ChunkWorker(Simulations simulations, Wire wire) {
        this.simulations = simulations;
        this.wire = wire;
    }

    private record Prepared(UUID run, Request request, Worker worker) {}

    /// Gives up what it is at once this says so.
    void stopWith(BooleanSupplier stopping) {
        isStopping = stopping;
    }

    @Override
    public void handle(byte[] value) throws InterruptedException {
        Chunk chunk;
        try {
            chunk = wire.read(value, Chunk.class);
        } catch (IllegalArgumentException e) {
            LOG.warnf("What was handed out is no chunk error=%s", e.getMessage());
            return;
        }
        if (!simulations.isWanted(chunk)) {
            return;
        }
        LOG.debugf("Chunk begun run=%s first=%d", chunk.run(), chunk.firstBlock());
        try {
            Optional<Prepared> prepared = prepared(chunk.run());
            if (prepared.isPresent()) {
                sendBack(chunk, computed(prepared.get(), chunk));
            }
        } catch (CancellationException e) {
            LOG.debugf("Chunk given up run=%s first=%d", chunk.run(), chunk.firstBlock());
        } catch (ProblemException
                | ArithmeticException
                | MathRuntimeException
                | IllegalArgumentException
                | IllegalStateException e) {
            // The model's or the request's own: it would fail wherever it is tried.
            LOG.errorf(e, "Chunk failed run=%s first=%d", chunk.run(), chunk.firstBlock());
            sendBack(chunk, "the model failed: " + e.getMessage());
        }
    }

    private void sendBack(Chunk chunk, byte[] summary) throws InterruptedException {
        try {
            wire.sendBack(new Part(chunk.run(), chunk.firstBlock(), chunk.blocks(), summary, null));
        } catch (RecordTooLargeException e) {
            LOG.warnf("Part too large run=%s size=%d", chunk.run(), summary.length);
            sendBack(chunk, "a part of the result is too large: ask for fewer outputs");
        }
    }

    private void sendBack(Chunk chunk, String problem) throws InterruptedException {
        wire.sendBack(new Part(chunk.run(), chunk.firstBlock(), chunk.blocks(), null, problem));
    }

    private byte[] computed(Prepared prepared, Chunk chunk) {
        BooleanSupplier isCancelled = new Asking(chunk);
        Plan plan = prepared.request().plan();
        if (chunk.firstBlock() == Chunk.TORNADO) {
            return wire.bytes(new Sensitivities(List.of(), SensitivityRun.tornado(plan)));
        }
        if (chunk.firstBlock() >= plan.blocks()) {
            return new SobolDesign(plan, prepared.request().sobolPairs())
                    .run(chunk.firstBlock() - plan.blocks(), isCancelled)
                    .toBytes();
        }
        return prepared.worker().run(chunk.firstBlock(), chunk.blocks(), isCancelled).toBytes();
    }

    private Optional<Prepared> prepared(UUID run) {
        Prepared mine = last;
        if (mine != null && mine.run().equals(run)) {
            return Optional.of(mine);
        }
        Optional<Prepared> fresh =
                simulations.request(run).map(it -> new Prepared(run, it, new Worker(it.plan())));
        last = fresh.orElse(null);
        return fresh;
    }

    /// Whether nobody wants the chunk any more, asked now and then.
    private final class Asking implements BooleanSupplier {
        private final Chunk chunk;
        private long askedAt = System.nanoTime();

        Asking(Chunk chunk) {
            this.chunk = chunk;
        }

        @Override
        public boolean getAsBoolean() {
            if (isStopping.getAsBoolean()) {
                return true;
            }
            if (System.nanoTime() - askedAt < ASK_EVERY_NANOS) {
                return false;
            }
            askedAt = System.nanoTime();
            return !simulations.isWanted(chunk);
        }
    }
}
