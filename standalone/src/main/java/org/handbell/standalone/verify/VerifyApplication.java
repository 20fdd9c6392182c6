package org.handbell.standalone.verify;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// The first word says what is verified: `audit` or `evidence`. Ends with 0 where all is whole,
/// with 1 where something is broken, with 2 where it could not be looked at.
public final class VerifyApplication {

    private VerifyApplication() {}

    public static void main(String... arguments) {
        System.setProperty("logback.configurationFile", "standalone/logback-plain.xml");
        var answer = LoggerFactory.getLogger("handbell.progress");
        System.exit(run(List.of(arguments), answer));
    }

    private static int run(List<String> arguments, Logger answer) {
        try {
            var data = Path.of(System.getenv().getOrDefault("HANDBELL_DATA", "data"));
            var verify =
                    VerifyOptions.of(arguments, data)
                            .verify(new StandardEnvironment(), Clock.systemUTC());
            return verify.look(line -> answer.info("{}", line)) ? 0 : 1;
        } catch (IllegalArgumentException | IllegalStateException e) {
            answer.error(e.getMessage());
            return 2;
        } catch (DataAccessException | TransactionException e) {
            answer.error(
                    "The database does not answer, or has no such tables: is it the right one?");
            return 2;
        }
    }
}
