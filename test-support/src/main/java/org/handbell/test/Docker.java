package org.handbell.test;

import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;

/// Whether a Docker engine answers here. Tests run the same assertions on containers where one does
/// and on the embedded parts where none does; `HANDBELL_TEST_ENGINE=embedded` forces the latter.
final class Docker {

    private static final Logger LOG = LoggerFactory.getLogger(Docker.class);

    private static final boolean AVAILABLE =
            !"embedded".equals(System.getenv("HANDBELL_TEST_ENGINE"))
                    && DockerClientFactory.instance().isDockerAvailable();

    private Docker() {}

    /// Starts the container, or the embedded part where no engine answers or its image cannot be
    /// had.
    static <T> T orEmbedded(Supplier<T> container, Supplier<T> embedded) {
        if (!AVAILABLE) {
            return embedded.get();
        }
        try {
            return container.get();
        } catch (ContainerFetchException | ContainerLaunchException e) {
            LOG.warn("no container, so the tests run on the embedded part: {}", e.getMessage());
            return embedded.get();
        }
    }
}
