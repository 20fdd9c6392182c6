package org.handbell.standalone.mail;

import java.nio.file.Path;
import java.time.Clock;
import org.handbell.standalone.web.Door;
import org.slf4j.LoggerFactory;

/// The mail catcher alone, for a container that stands in where Mailpit's image cannot be had.
///
/// Arguments: the folder of the mails, and the host name that it is asked for by. It takes mail on
/// port 1025 and shows it on 8025, as Mailpit does.
public final class MailCatcherApplication {

    private static final int SMTP = 1025;
    private static final int WEB = 8025;

    private MailCatcherApplication() {}

    /// Runs until it is told to stop.
    public static void main(String... arguments) {
        System.setProperty("logback.configurationFile", "standalone/logback-plain.xml");
        if (arguments.length != 2) {
            throw new IllegalArgumentException("give FOLDER NAME");
        }
        var mailbox = Mailbox.open(Path.of(arguments[0]), Clock.systemUTC());
        var catcher =
                MailCatcher.start(
                        mailbox,
                        Door.container(arguments[1], SMTP),
                        Door.container(arguments[1], WEB));
        Runtime.getRuntime().addShutdownHook(new Thread(catcher::close, "stop"));
        LoggerFactory.getLogger("handbell.progress")
                .info("mail is taken on port {} and shown on {}", SMTP, WEB);
    }
}
