package org.handbell.cases.deliveries;

import static org.handbell.cases.casefile.Timeline.Kind.NOT_TOLD;
import static org.handbell.cases.casefile.Timeline.Kind.TOLD;

import org.handbell.cases.alerting.Reached;
import org.handbell.cases.casefile.Cases;
import org.handbell.cases.casefile.Timeline;
import org.handbell.cases.casefile.Timeline.Entry;
import org.handbell.cases.casefile.Words;
import org.handbell.cases.inbox.Inbox;
import org.handbell.cases.inbox.RejectedEventException;
import org.handbell.cases.people.People;
import org.handbell.contract.Channel;
import org.handbell.contract.DeliveryEvent;
import org.handbell.contract.DeliveryEvent.Delayed;
import org.handbell.contract.DeliveryEvent.Delivered;
import org.handbell.contract.DeliveryEvent.RanOut;
import org.handbell.contract.DeliveryEvent.Refused;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Writes a line for each delivery; a repeat changes nothing.
@Component
class NoteDelivery {

    private final Inbox inbox;
    private final Cases cases;
    private final Timeline timeline;
    private final People people;
    private final Reached reached;

    NoteDelivery(Inbox inbox, Cases cases, Timeline timeline, People people, Reached reached) {
        this.inbox = inbox;
        this.cases = cases;
        this.timeline = timeline;
        this.people = people;
        this.reached = reached;
    }

    /// @throws RejectedEventException where there is no such case
    @Transactional
    public void note(DeliveryEvent event) {
        if (!inbox.first("deliveries", event.eventId())) {
            return;
        }
        if (cases.byId(event.caseId()).isEmpty()) {
            throw new RejectedEventException("caseId is of no case");
        }
        if (event instanceof Delivered delivered) {
            reached.by(delivered.alertId(), delivered.at());
        }
        timeline.append(event.caseId(), entry(event));
    }

    private Entry entry(DeliveryEvent event) {
        return switch (event) {
            case Delivered delivered ->
                    new Entry(delivered.at(), TOLD, told(delivered), delivered.personId());
            case Delayed delayed ->
                    new Entry(
                            delayed.at(),
                            NOT_TOLD,
                            message(delayed.channel(), delayed.personId())
                                    + " could not be sent yet. It will be tried again.",
                            delayed.personId());
            case Refused refused ->
                    new Entry(
                            refused.at(),
                            NOT_TOLD,
                            message(refused.channel(), refused.personId())
                                    + " could not be delivered.",
                            refused.personId());
            case RanOut ranOut ->
                    new Entry(
                            ranOut.at(),
                            NOT_TOLD,
                            "Everyone who can be told was told, and nobody has taken it on.",
                            null);
        };
    }

    private String told(Delivered delivered) {
        var words = message(delivered.channel(), delivered.personId()) + " was sent.";
        return delivered.repeat() ? words + " It may have been sent twice." : words;
    }

    private String message(Channel channel, String personId) {
        var to = people.byId(personId).map(p -> Words.role(p.role())).orElse("somebody who left");
        return means(channel) + " to " + to;
    }

    private static String means(Channel channel) {
        return switch (channel) {
            case EMAIL -> "E-mail";
            case SMS -> "A text message";
            case CHAT -> "A chat message";
            case PUSH -> "A push message";
        };
    }
}
