package org.handbell.cases.alerting;

import org.handbell.cases.casefile.CaseEvent;
import org.handbell.cases.publishing.TableChanges;
import org.handbell.contract.Topics;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Says which posts came under a case, and which left it.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WatchPosts {

    private final TableChanges changes;

    WatchPosts(TableChanges changes) {
        this.changes = changes;
    }

    @EventListener
    void on(CaseEvent.Opened event) {
        changes.changed(Topics.WATCHES, event.posts());
    }

    @EventListener
    void on(CaseEvent.Joined event) {
        changes.changed(Topics.WATCHES, event.posts());
    }

    @EventListener
    void on(CaseEvent.Decided event) {
        if (event.ended()) {
            changes.changed(Topics.WATCHES, event.posts());
        }
    }

    @EventListener
    void on(CaseEvent.TakenBack event) {
        changes.changed(Topics.WATCHES, event.posts());
    }

    @EventListener
    void on(CaseEvent.Concluded event) {
        changes.changed(Topics.WATCHES, event.posts());
    }
}
