package org.handbell.test;

import org.testcontainers.DockerClientFactory;

/// Whether a Docker engine answers here. Tests run the same assertions on containers where one does
/// and on the embedded parts where none does; `HANDBELL_TEST_ENGINE=embedded` forces the latter.
final class Docker {

    private static final boolean AVAILABLE =
            !"embedded".equals(System.getenv("HANDBELL_TEST_ENGINE"))
                    && DockerClientFactory.instance().isDockerAvailable();

    private Docker() {}

    static boolean available() {
        return AVAILABLE;
    }
}
