package org.handbell.ingest.takeout;

import java.util.Optional;
import org.handbell.contract.SubmissionEvent;
import org.handbell.contract.Topics;
import org.handbell.contract.wire.Wire;
import org.handbell.ingest.Invented;
import org.handbell.ingest.source.MalformedItemException;

/// The reader of posts of an archive, as it is fuzzed.
public final class TakeoutParser {

    private static final Wire<SubmissionEvent> WIRE = Wire.of(Topics.SUBMISSIONS);

    private TakeoutParser() {}

    /// @return whether it brought a submission
    public static boolean post(byte[] input) {
        try {
            return new TakeoutPost("account-1", Invented.NOON)
                    .read(input)
                    .flatMap(submitted -> Optional.ofNullable(WIRE.value(submitted)))
                    .isPresent();
        } catch (MalformedItemException e) {
            return false;
        }
    }
}
