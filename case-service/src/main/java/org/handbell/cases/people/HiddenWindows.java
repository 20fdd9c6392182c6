package org.handbell.cases.people;

import java.time.Instant;
import org.handbell.cases.people.RegisterEntry.Confidential;
import org.handbell.cases.people.RegisterEntry.Former;
import org.handbell.cases.people.RegisterEntry.Hidden;
import org.handbell.cases.people.RegisterEntry.Pupil;
import org.handbell.contract.KeyedHash;
import org.handbell.contract.NameVariants;
import org.handbell.contract.RegisterEvent.Hashed;
import org.handbell.contract.RegisterEvent.HashedKind;

/// Turns hidden entries into what may leave the desk.
final class HiddenWindows {

    private HiddenWindows() {}

    static Hashed of(Hidden entry, KeyedHash hash, Instant at) {
        return switch (entry) {
            case Pupil pupil -> of(pupil, hash, at);
            case Former former ->
                    new Hashed(
                            former.id(),
                            HashedKind.FORMER_PUPIL,
                            former.academyId(),
                            null,
                            NameVariants.person(hash, former.name()),
                            at);
            case Confidential confidential ->
                    new Hashed(
                            confidential.id(),
                            HashedKind.CONFIDENTIAL_TERM,
                            null,
                            null,
                            NameVariants.term(hash, confidential.term()),
                            at);
        };
    }

    private static Hashed of(Pupil pupil, KeyedHash hash, Instant at) {
        return new Hashed(
                pupil.id(),
                HashedKind.PUPIL,
                pupil.academyId(),
                pupil.relativeOf(),
                NameVariants.pupil(hash, pupil.name(), pupil.year(), pupil.form()),
                at);
    }
}
