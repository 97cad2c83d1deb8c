package rubicon.ingest.platform;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// Keeps bodies that are held in memory small. Files that are handed in are not: they are written
/// down as they come.
public final class BodyLimit {
    private static final long LIMIT = 64 << 20;
    private static final String FILES = "/api/v1/imports";

    @ServerRequestFilter(preMatching = true)
    void limit(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().equals(FILES) || !request.hasEntity()) {
            return;
        }
        if (length(request.getHeaderString(HttpHeaders.CONTENT_LENGTH)) > LIMIT) {
            throw tooLarge();
        }
        request.setEntityStream(new Counted(request.getEntityStream()));
    }

    private static long length(@Nullable String header) {
        try {
            return header == null ? 0 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static ProblemException tooLarge() {
        return new ProblemException(
                Problem.of(
                        413,
                        "Too large",
                        "a body has at most %d bytes; larger files go to POST %s"
                                .formatted(LIMIT, FILES)));
    }

    private static final class Counted extends FilterInputStream {
        private long read;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] to, int offset, int length) throws IOException {
            int many = super.read(to, offset, length);
            count(Math.max(many, 0));
            return many;
        }

        private void count(int more) {
            read += more;
            if (read > LIMIT) {
                throw tooLarge();
            }
        }
    }
}
