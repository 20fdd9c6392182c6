package org.handbell.cases.handover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All handovers. Changes run in the caller's transaction.
interface Handovers {

    /// Oldest first; at most 100.
    List<Handover> of(String caseId);

    /// Held until the caller's transaction ends, so that two people cannot act on it at once.
    Optional<Handover> locked(String caseId, String handoverId);

    void add(Handover asked);

    void approve(String handoverId, Handover.Second second);

    void withdraw(String handoverId, String by, Instant at);

    void keep(Handover of, Handover.Bundle bundle, byte[] archive);

    /// Empty where it was not made, or the case's key was erased.
    Optional<byte[]> archive(Handover of);

    void downloaded(String handoverId, Handover.Download download);
}
