package org.handbell.cases.exhibits;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.audit.AuditEntry;
import org.handbell.cases.audit.AuditFilter;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.audit.AuditPages;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.DeskCases;
import org.handbell.cases.casefile.DueSettings;
import org.handbell.cases.casefile.Words;
import org.handbell.cases.conflict.Conflicts;
import org.handbell.cases.evidence.EvidenceLocker;
import org.handbell.cases.evidence.Verification;
import org.handbell.cases.exhibits.Evidence.Link;
import org.handbell.cases.exhibits.Evidence.Look;
import org.handbell.cases.exhibits.Evidence.Place;
import org.handbell.cases.people.People;
import org.handbell.cases.people.Person;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Shows a person what a case of theirs rests on, checks it, and writes down that they looked.
@Component
class ReadEvidence {

    private static final int MOST_LOOKS = 200;

    /// What reads content of a case.
    private static final Set<String> READS =
            Set.of("case.read", "evidence.read", "picture.seen", "case.refused", "page.read");

    private final DeskCases desk;
    private final EvidenceLocker locker;
    private final AuditPages record;
    private final AuditLog audit;
    private final People people;
    private final Conflicts conflicts;
    private final ZoneId zone;
    private final Facts facts;

    ReadEvidence(
            DeskCases desk,
            EvidenceLocker locker,
            AuditPages record,
            AuditLog audit,
            People people,
            Conflicts conflicts,
            DueSettings settings) {
        this.desk = desk;
        this.locker = locker;
        this.record = record;
        this.audit = audit;
        this.people = people;
        this.conflicts = conflicts;
        this.zone = settings.zone();
        this.facts = new Facts(zone);
    }

    /// Empty where there is no such case for this person.
    @Transactional
    public Optional<Evidence> read(String personId, String reference) {
        return desk.read(personId, reference)
                .map(about -> {
                    audit.append(personId, "evidence.read", subject(about), "");
                    return evidence(about);
                });
    }

    private Evidence evidence(Case about) {
        var pointer = about.matter().pointerOnly();
        var verification = locker.verify(about.caseId());
        return new Evidence(
                about.number().value(),
                pointer,
                words(verification),
                !(verification instanceof Verification.Broken),
                verification instanceof Verification.Broken ? List.of() : chain(about),
                pointer ? places(about) : List.of(),
                looks(about));
    }

    private List<Link> chain(Case about) {
        var links = new ArrayList<Link>();
        var before = (String) null;
        for (var exhibit : locker.of(about.caseId())) {
            links.add(facts.link(exhibit, before, about.matter().pointerOnly()));
            before = exhibit.chain();
        }
        return List.copyOf(links);
    }

    private List<Place> places(Case about) {
        return locker.pointers(about.caseId()).stream().map(facts::place).toList();
    }

    private List<Look> looks(Case about) {
        return record.page(AuditFilter.about(subject(about)), Long.MAX_VALUE, MOST_LOOKS).stream()
                .filter(entry -> READS.contains(entry.action()))
                .map(entry -> look(entry, about))
                .toList();
    }

    private Look look(AuditEntry entry, Case about) {
        var person = people.byId(entry.actor());
        return new Look(
                person.map(Person::name).orElse("somebody who left"),
                what(entry.action()),
                Words.time(entry.at(), zone),
                person.filter(p -> conflicts.mayDealWith(p, about.matter())).isPresent());
    }

    private static String what(String action) {
        return switch (action) {
            case "picture.seen" -> "looked at a picture";
            case "evidence.read" -> "looked at the evidence";
            case "case.refused" -> "tried to open it and could not";
            default -> "opened the case";
        };
    }

    private static String words(Verification verification) {
        return switch (verification) {
            case Verification.Intact(var entries) ->
                    "Checked just now: %d %s, and nothing was changed, added or taken out since."
                            .formatted(entries, entries == 1 ? "exhibit" : "exhibits");
            case Verification.Erased(var entries) ->
                    "What was captured has been erased for good. The chain of %d is whole."
                            .formatted(entries);
            case Verification.Broken(var seq, var why) ->
                    "Do not rely on this evidence. Exhibit %d: %s.".formatted(seq, why);
        };
    }

    private static String subject(Case about) {
        return "case:" + about.number();
    }
}
