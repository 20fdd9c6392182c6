package org.handbell.cases.register;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.handbell.cases.register.Facts.Acknowledgement;
import org.handbell.cases.register.Facts.GateEvidence;
import org.handbell.cases.register.Facts.GateKind;

/// Where the evidence for the trust's gates is kept, and who acknowledged its notice. No evidence
/// is overwritten: a new entry takes the place of the one before.
interface GateRecords {

    /// The newest of each kind.
    Map<GateKind, GateEvidence> current();

    /// All that was entered, newest first.
    List<Entered> entered();

    void enter(GateEvidence evidence, String by, Instant at);

    List<Acknowledgement> acknowledgements();

    List<Acknowledgement> acknowledgements(String accountId);

    /// A repeat changes nothing.
    void acknowledge(Acknowledgement acknowledgement);

    /// Lets go of what was acknowledged for an account: its holder changes, or it leaves the
    /// register. Its history still tells of it.
    void release(String accountId);

    record Entered(GateEvidence evidence, String by, Instant at) {}
}
