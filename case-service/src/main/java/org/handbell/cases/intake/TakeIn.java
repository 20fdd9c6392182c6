package org.handbell.cases.intake;

import static org.handbell.cases.intake.Exhibits.waiting;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.handbell.cases.audit.AuditLog;
import org.handbell.cases.casefile.Case;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.casefile.Claims;
import org.handbell.cases.casefile.SuggestCases;
import org.handbell.cases.casefile.Timeline;
import org.handbell.cases.casefile.Timeline.Entry;
import org.handbell.cases.evidence.Capture.Kind;
import org.handbell.cases.inbox.Inbox;
import org.handbell.contract.FindingEvent;
import org.handbell.contract.FindingEvent.Cleared;
import org.handbell.contract.FindingEvent.Found;
import org.handbell.contract.FindingEvent.NotJudged;
import org.handbell.contract.FindingEvent.Withdrawn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Takes in one event of the analysis, wholly or not at all; a repeat changes nothing.
@Component
class TakeIn {

    private final Inbox inbox;
    private final Subjects subjects;
    private final Cases cases;
    private final SuggestCases suggest;
    private final Timeline timeline;
    private final Exhibits exhibits;
    private final Waiting waiting;
    private final AuditLog audit;
    private final IntakeSettings settings;
    private final Clock clock;

    TakeIn(
            Inbox inbox,
            Subjects subjects,
            Cases cases,
            SuggestCases suggest,
            Timeline timeline,
            Exhibits exhibits,
            Waiting waiting,
            AuditLog audit,
            IntakeSettings settings,
            Clock clock) {
        this.inbox = inbox;
        this.subjects = subjects;
        this.cases = cases;
        this.suggest = suggest;
        this.timeline = timeline;
        this.exhibits = exhibits;
        this.waiting = waiting;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /// @return true where the event was new
    @Transactional
    public boolean take(FindingEvent event) {
        if (!inbox.first("findings", event.eventId())) {
            return false;
        }
        switch (event) {
            case Found found -> found(subjects.claims(found));
            case Cleared cleared -> cleared(cleared);
            case Withdrawn withdrawn -> withdrawn(withdrawn);
            case NotJudged notJudged -> notJudged(notJudged);
        }
        return true;
    }

    private void found(Claims claims) {
        cases.lockSubject(claims.matter().subjectId());
        var related = related(claims);
        if (related.isPresent()) {
            join(related.get(), claims);
        } else if (claims.openCase()) {
            open(claims);
        } else {
            keepWaiting(claims);
        }
    }

    /// The case of the same post; else one that ended on this very state and was no less grave;
    /// else a young suggestion about the same person and clause.
    private Optional<Case> related(Claims claims) {
        var found = claims.found();
        var samePost = cases.underWayOfPost(found.postId());
        if (samePost.isPresent()) {
            return samePost;
        }
        var ended =
                cases.endedOnObservation(found.post().observationId())
                        .filter(c -> c.severity().compareTo(claims.severity()) >= 0);
        if (ended.isPresent() || !claims.joinOthers()) {
            return ended;
        }
        return cases.suggestedOn(
                claims.matter().subjectId(),
                claims.clauses(),
                clock.instant().minus(settings.joinWithin()));
    }

    private void open(Claims claims) {
        var opened = suggest.open(claims);
        collectWaiting(opened.caseId(), claims.found().postId());
        exhibits.keep(opened.caseId(), claims.found());
        written("case.suggested", opened);
    }

    private void join(Case to, Claims claims) {
        suggest.join(to, claims);
        collectWaiting(to.caseId(), claims.found().postId());
        exhibits.keep(to.caseId(), claims.found());
        written("case.joined", to);
    }

    /// Last in its transaction, as everywhere: all who append wait for one another.
    private void written(String action, Case about) {
        audit.append("system", action, "case:" + about.number(), "");
    }

    private void keepWaiting(Claims claims) {
        waiting.add(claims, clock.instant().plus(settings.waitAtMost()));
        exhibits.keep(waiting(claims.found().eventId()), claims.found());
    }

    /// What waited about a post belongs to its case once there is one.
    private void collectWaiting(String caseId, String postId) {
        for (var eventId : waiting.ofPost(postId)) {
            exhibits.move(waiting(eventId), caseId);
            waiting.remove(eventId);
        }
    }

    private void cleared(Cleared event) {
        forgetWaiting(event.postId());
        seen(
                event.postId(),
                Kind.CLEARED,
                event.observationId(),
                new Entry(
                        event.at(),
                        Timeline.Kind.CLEARED,
                        "The post was edited. What it says now has no findings and was not kept.",
                        null));
    }

    private void withdrawn(Withdrawn event) {
        forgetWaiting(event.postId());
        seen(
                event.postId(),
                Kind.DELETED,
                null,
                new Entry(event.at(), Timeline.Kind.DELETED, "The post was deleted.", null));
    }

    private void notJudged(NotJudged event) {
        say(
                event.postId(),
                event.at(),
                "The post was edited. What it says now could not be judged.");
    }

    private void seen(String postId, Kind kind, @Nullable String observationId, Entry entry) {
        for (var about : cases.ofPost(postId)) {
            exhibits.absence(about.caseId(), kind, postId, observationId, entry.at());
            timeline.append(about.caseId(), entry);
        }
    }

    private void say(String postId, Instant at, String words) {
        for (var about : cases.ofPost(postId)) {
            timeline.append(about.caseId(), new Entry(at, Timeline.Kind.EDITED, words, null));
        }
    }

    private void forgetWaiting(String postId) {
        for (var eventId : Set.copyOf(waiting.ofPost(postId))) {
            exhibits.forget(waiting(eventId));
            waiting.remove(eventId);
        }
    }

    /// Forgets slight findings whose time is over.
    ///
    /// @param most bound for one run
    /// @return how many
    @Transactional
    public int forgetExpired(int most) {
        var expired = waiting.expired(clock.instant(), most);
        for (var eventId : expired) {
            exhibits.forget(waiting(eventId));
            waiting.remove(eventId);
        }
        return expired.size();
    }
}
