package rubicon.ingest.source.evaltool;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import rubicon.ingest.source.DriftException;
import rubicon.ingest.source.Fetched;
import rubicon.ingest.source.Texts;

/// The two forms of a log: one JSON object, and a zip with the header and each sample in a file of
/// its own. What is small may unpack to anything, so there are limits.
sealed interface InspectLog {

    /// The log without its samples, as JSON, which may have them nonetheless; empty while its run
    /// goes on.
    Optional<String> header() throws DriftException;

    /// The samples.
    ///
    /// @param minutesField of their metadata
    InspectSamples samples(String minutesField) throws DriftException;

    static InspectLog of(Fetched file) throws DriftException {
        byte[] payload = file.payload();
        boolean isZip =
                payload.length > 3
                        && payload[0] == 'P'
                        && payload[1] == 'K'
                        && payload[2] < 9
                        && payload[3] < 9;
        return isZip ? new Packed(payload) : new Plain(file.text());
    }

    /// One JSON object.
    record Plain(String text) implements InspectLog {

        @Override
        public Optional<String> header() {
            return Optional.of(text);
        }

        @Override
        public InspectSamples samples(String minutesField) throws DriftException {
            InspectSamples samples = new InspectSamples(minutesField);
            try {
                samples.readLog(new StringReader(text));
            } catch (IOException e) {
                throw new DriftException("the log cannot be read: " + e.getMessage());
            }
            return samples;
        }
    }

    /// A zip.
    @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
    record Packed(byte[] zip) implements InspectLog {
        private static final String HEADER = "header.json";
        private static final String SUMMARIES = "summaries.json";
        private static final int LARGEST_HEADER = 16 << 20;
        private static final long LARGEST_SAMPLE = 256L << 20;
        private static final long LARGEST_LOG = 1L << 30;

        private interface Work<T> {
            T read(ZipFile zip) throws IOException, DriftException;
        }

        @Override
        public Optional<String> header() throws DriftException {
            return open(file -> {
                ZipArchiveEntry entry = file.getEntry(HEADER);
                if (entry == null) {
                    return Optional.empty();
                }
                try (InputStream in = new Limited(file.getInputStream(entry), LARGEST_HEADER)) {
                    return Optional.of(Texts.utf8(in.readAllBytes(), HEADER));
                }
            });
        }

        /// The samples, or their summaries where the log has only those.
        @Override
        public InspectSamples samples(String minutesField) throws DriftException {
            InspectSamples samples = new InspectSamples(minutesField);
            return open(file -> {
                List<ZipArchiveEntry> entries =
                        Collections.list(file.getEntries()).stream()
                                .filter(it -> it.getName().startsWith("samples/"))
                                .filter(it -> it.getName().endsWith(".json"))
                                .toList();
                long left = LARGEST_LOG;
                for (ZipArchiveEntry entry : entries) {
                    try (Limited in =
                            new Limited(
                                    file.getInputStream(entry), Math.min(left, LARGEST_SAMPLE))) {
                        samples.readOne(in);
                        left -= in.count();
                    }
                }
                ZipArchiveEntry summaries = file.getEntry(SUMMARIES);
                if (entries.isEmpty() && summaries != null) {
                    try (InputStream in =
                            new Limited(file.getInputStream(summaries), LARGEST_SAMPLE)) {
                        samples.readList(in);
                    }
                }
                return samples;
            });
        }

        private <T> T open(Work<T> work) throws DriftException {
            try (ZipFile file =
                    ZipFile.builder()
                            .setSeekableByteChannel(new SeekableInMemoryByteChannel(zip))
                            .get()) {
                return work.read(file);
            } catch (IOException | RuntimeException e) {
                // The library answers a broken archive with either.
                throw new DriftException("the log cannot be unpacked: " + e.getMessage());
            }
        }
    }
}
