package org.handbell.standalone.doctor;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.handbell.contract.start.Door;

/// A server that is only looked at from outside: the mail relay, the identity provider.
///
/// @param name in words
/// @param setting that names its address
record ServerDoor(String name, String setting, Door door, Door.Prelude prelude, Clock clock)
        implements Check {

    @Override
    public List<Diagnosis> look() {
        var label = "%s at %s".formatted(name, door);
        try {
            door.knock();
        } catch (IOException e) {
            return List.of(
                    Diagnosis.ill(
                            "%s does not answer".formatted(label),
                            "is it up, and is %s right?".formatted(setting)));
        }
        var found = new ArrayList<Diagnosis>();
        try {
            found.addAll(Validity.of(label, door.certificates(prelude), clock.instant()));
        } catch (IOException e) {
            found.add(Diagnosis.well("%s answers, without TLS".formatted(label)));
        }
        return found;
    }
}
