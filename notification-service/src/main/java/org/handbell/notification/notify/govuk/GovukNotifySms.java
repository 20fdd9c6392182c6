package org.handbell.notification.notify.govuk;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handbell.contract.Channel;
import org.handbell.notification.notify.Contact;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Notifier;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.Wording;
import org.springframework.stereotype.Component;

/// Text messages by GOV.UK Notify.
@Component
class GovukNotifySms implements Notifier {

    private final GovukNotifyClient client;
    private final GovukNotifySettings settings;
    private final Wording wording;

    GovukNotifySms(GovukNotifyClient client, GovukNotifySettings settings, Wording wording) {
        this.client = client;
        this.settings = settings;
        this.wording = wording;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean setUp() {
        return client.setUp() && settings.smsTemplate() != null;
    }

    @Override
    public Optional<String> address(Contact contact) {
        return Optional.ofNullable(contact.phone()).filter(phone -> !phone.isBlank());
    }

    @Override
    public Outcome send(Notification notification) {
        var text = wording.of(Channel.SMS, notification.message());
        var words = Map.of("subject", text.subject(), "body", text.body());
        var template = Objects.requireNonNull(settings.smsTemplate());
        return client.send(
                notification,
                "sms",
                notify ->
                        notify.sendSms(
                                template,
                                notification.address(),
                                words,
                                notification.deliveryId()));
    }
}
