package org.handbell.standalone.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.handbell.standalone.broker.BrokerOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.env.StandardEnvironment;

/// `./handbell doctor`: one line for each thing it looked at, with what to do where something is to
/// be done. Ends with status 1 where anything keeps Handbell from working.
public final class DoctorApplication {

    private DoctorApplication() {}

    public static void main(String... arguments) {
        System.setProperty("logback.configurationFile", "standalone/logback-plain.xml");
        var answer = LoggerFactory.getLogger("handbell.progress");
        try {
            var broker = BrokerOptions.of(List.of(arguments));
            var data = Path.of(System.getenv().getOrDefault("HANDBELL_DATA", "data"));
            var options = DoctorOptions.of(broker.words(), data);
            answer.info("✓ JDK {}", Runtime.version());
            var surroundings =
                    new Surroundings(broker, options, new StandardEnvironment(), Clock.systemUTC());
            System.exit(say(surroundings.checks(), answer) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            answer.error(e.getMessage());
            System.exit(2);
        }
    }

    private static boolean say(List<Check> checks, Logger answer) {
        var well = true;
        for (var check : checks) {
            for (var diagnosis : check.look()) {
                answer.info("{}", diagnosis);
                well &= diagnosis.state() != Diagnosis.State.ILL;
            }
        }
        answer.info(well ? "Nothing keeps Handbell from working." : "See the lines with ✗.");
        return well;
    }
}
