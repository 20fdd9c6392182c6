package org.handbell.cases.pictures;

import java.time.Clock;
import org.handbell.cases.casefile.CaseWithheld;
import org.handbell.cases.publishing.TableChanges;
import org.handbell.contract.Topics;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Erases the pictures of a case that was withheld, and lets nothing of its posts be fetched again.
@Component
@Transactional(propagation = Propagation.MANDATORY)
class WithholdPictures {

    private final Pictures pictures;
    private final TableChanges changes;
    private final Clock clock;

    WithholdPictures(Pictures pictures, TableChanges changes, Clock clock) {
        this.pictures = pictures;
        this.changes = changes;
        this.clock = clock;
    }

    @EventListener
    void on(CaseWithheld event) {
        pictures.withhold(event.posts(), clock.instant());
        changes.changed(Topics.WATCHES, event.posts());
    }
}
