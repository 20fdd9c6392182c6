package org.handbell.cases.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.DeskCases;
import org.handbell.cases.casefile.DeskCases.Seen;
import org.handbell.cases.handover.Handover.Bundle;
import org.handbell.cases.handover.Handover.Download;
import org.handbell.cases.handover.Handover.Second;
import org.handbell.contract.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Asks for, approves, withdraws and reads handovers.
@Component
class HandOver {

    /// Most handovers of one case.
    static final int MOST = 50;

    private final DeskCases desk;
    private final Handovers handovers;
    private final GatherBundle gather;
    private final AuditLog audit;
    private final Clock clock;

    HandOver(
            DeskCases desk, Handovers handovers, GatherBundle gather, AuditLog audit, Clock clock) {
        this.desk = desk;
        this.handovers = handovers;
        this.gather = gather;
        this.audit = audit;
        this.clock = clock;
    }

    /// What came of it.
    sealed interface Result {

        /// It is on record.
        record Done(Handover handover) implements Result {}

        /// It is not possible, and why.
        record Refused(String why) implements Result {}

        /// There is no such case or handover for this person.
        record NotFound() implements Result {}
    }

    /// The handovers of a case that this person may see: all for who deals with it, for a nominated
    /// investigator those made for them.
    record OnRecord(Seen seen, List<Handover> handovers) {}

    @Transactional
    public Optional<OnRecord> read(String personId, String reference) {
        return desk.seen(personId, reference)
                .map(seen -> {
                    audit.append(personId, "handovers.read", DeskCases.subject(seen.about()), "");
                    return new OnRecord(
                            seen,
                            handovers.of(seen.about().caseId()).stream()
                                    .filter(h -> mayRead(seen, h))
                                    .toList());
                });
    }

    private static boolean mayRead(Seen seen, Handover handover) {
        return seen.deals() || seen.by().personId().equals(handover.request().investigatorId());
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    @Transactional
    public Result ask(String personId, String reference, Request request, boolean emergency) {
        var about = dealt(personId, reference);
        if (about.isEmpty()) {
            return new Result.NotFound();
        }
        if (handovers.of(about.get().caseId()).size() >= MOST) {
            return new Result.Refused("There are as many handovers as a case can hold.");
        }
        var asked = asked(about.get(), personId, request, emergency);
        handovers.add(asked);
        audit.append(
                personId,
                emergency ? "handover.emergency" : "handover.asked",
                DeskCases.subject(about.get()),
                asked.handoverId() + " " + request.recipient());
        return new Result.Done(emergency ? made(about.get(), asked) : asked);
    }

    private Handover asked(Case about, String by, Request request, boolean emergency) {
        var at = now();
        return new Handover(
                Ids.derive("handover", about.caseId(), by, at.toString()),
                about.caseId(),
                by,
                at,
                request,
                emergency,
                null,
                false,
                null,
                List.of());
    }

    /// A second person approves; what was not made yet is made now.
    @Transactional
    public Result approve(String personId, String reference, String handoverId) {
        var about = dealt(personId, reference);
        var found = about.flatMap(c -> handovers.locked(c.caseId(), handoverId));
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        if (found.get().state().after(personId).isEmpty()) {
            return new Result.Refused(
                    found.get().askedBy().equals(personId)
                            ? "You asked for this yourself. Another person must approve it."
                            : "This was approved or withdrawn already.");
        }
        handovers.approve(handoverId, new Second(personId, now()));
        audit.append(
                personId, "handover.approved", DeskCases.subject(about.orElseThrow()), handoverId);
        var approved = handovers.locked(found.get().caseId(), handoverId).orElseThrow();
        return new Result.Done(
                approved.bundle() == null ? made(about.orElseThrow(), approved) : approved);
    }

    private Handover made(Case about, Handover approved) {
        var at = now();
        var archive = Archive.of(gather.of(about, approved, at));
        var bundle = new Bundle(Archive.sha256(archive), archive.length, at);
        handovers.keep(approved, bundle, archive);
        audit.append(
                approved.second() == null ? approved.askedBy() : approved.second().by(),
                "handover.made",
                DeskCases.subject(about),
                approved.handoverId() + " sha256 " + bundle.sha256());
        return handovers.locked(about.caseId(), approved.handoverId()).orElseThrow();
    }

    @Transactional
    public Result withdraw(String personId, String reference, String handoverId) {
        var about = dealt(personId, reference);
        var found = about.flatMap(c -> handovers.locked(c.caseId(), handoverId));
        if (found.isEmpty()) {
            return new Result.NotFound();
        }
        if (!(found.get().state() instanceof HandoverState.Asked)) {
            return new Result.Refused("This went out or was withdrawn already.");
        }
        handovers.withdraw(handoverId, personId, now());
        audit.append(
                personId, "handover.withdrawn", DeskCases.subject(about.orElseThrow()), handoverId);
        return new Result.Done(found.get());
    }

    /// A copy of the bundle; who took it and when is on record. Empty where it may not be read.
    @Transactional
    public Optional<byte[]> download(String personId, String reference, String handoverId) {
        return desk.seen(personId, reference)
                .flatMap(seen ->
                        handovers
                                .locked(seen.about().caseId(), handoverId)
                                .filter(h -> mayRead(seen, h))
                                .filter(h -> h.state().released(now()))
                                .flatMap(h -> copy(seen, h)));
    }

    private Optional<byte[]> copy(Seen seen, Handover handover) {
        var archive = handovers.archive(handover);
        if (archive.isPresent()) {
            handovers.downloaded(handover.handoverId(), new Download(seen.by().personId(), now()));
            audit.append(
                    seen.by().personId(),
                    "handover.downloaded",
                    DeskCases.subject(seen.about()),
                    handover.handoverId());
        }
        return archive;
    }

    private Optional<Case> dealt(String personId, String reference) {
        return desk.seen(personId, reference).filter(Seen::deals).map(Seen::about);
    }
}
