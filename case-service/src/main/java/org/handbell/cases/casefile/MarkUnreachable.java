package org.handbell.cases.casefile;

import java.time.Clock;
import org.handbell.cases.casefile.Timeline.Entry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Makes it visible that nobody can be told of a case.
@Component
public class MarkUnreachable {

    private final Cases cases;
    private final Timeline timeline;
    private final Clock clock;

    MarkUnreachable(Cases cases, Timeline timeline, Clock clock) {
        this.cases = cases;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void mark(Case about) {
        if (about.unreachable()) {
            return;
        }
        cases.update(about.reach(true));
        timeline.append(
                about.caseId(),
                new Entry(
                        clock.instant(),
                        Timeline.Kind.NOBODY_TO_TELL,
                        "Nobody can be told: everyone without a conflict is away or has no e-mail address.",
                        null));
    }
}
