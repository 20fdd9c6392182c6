package org.handbell.standalone;

import java.nio.file.Path;
import java.time.Clock;
import org.handbell.standalone.platform.LocalPlatform;
import org.handbell.standalone.web.Door;
import org.slf4j.LoggerFactory;

/// The invented school alone, for a container beside the services: its social site, and in its data
/// folder the file with the trust that the case-service imports.
///
/// Arguments: the data folder, the host name that stands in the addresses of all accounts, and the
/// port. Browser and ingest-service must both reach the site under that name and port.
public final class SchoolApplication {

    private static final String USAGE = "give FOLDER NAME PORT";

    private SchoolApplication() {}

    /// Runs until it is told to stop.
    public static void main(String... arguments) {
        System.setProperty("logback.configurationFile", "standalone/logback-plain.xml");
        if (arguments.length != 3 || !arguments[2].matches("\\d{1,5}")) {
            throw new IllegalArgumentException(USAGE);
        }
        var door = Door.container(arguments[1], Integer.parseInt(arguments[2]));
        var clock = Clock.systemUTC();
        var data = DataFolder.take(Path.of(arguments[0]), clock);
        var platform = LocalPlatform.start(data.path("platform.json"), door, clock);
        InventedTrust.write(data, platform.base());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, data), "stop"));
        platform.beginWhenRead();
        LoggerFactory.getLogger("handbell.progress")
                .info("the invented school is at {}", platform.base());
    }

    private static void stop(LocalPlatform platform, DataFolder data) {
        platform.close();
        data.close();
    }
}
