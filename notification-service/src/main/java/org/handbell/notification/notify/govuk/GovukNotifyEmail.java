package org.handbell.notification.notify.govuk;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.handbell.contract.Channel;
import org.handbell.notification.notify.ChannelSettings;
import org.handbell.notification.notify.ChannelSettings.EmailBy;
import org.handbell.notification.notify.Contact;
import org.handbell.notification.notify.Notification;
import org.handbell.notification.notify.Notifier;
import org.handbell.notification.notify.Outcome;
import org.handbell.notification.notify.Wording;
import org.springframework.stereotype.Component;

/// E-mail by GOV.UK Notify, in place of SMTP.
@Component
class GovukNotifyEmail implements Notifier {

    private final GovukNotifyClient client;
    private final GovukNotifySettings settings;
    private final ChannelSettings channels;
    private final Wording wording;

    GovukNotifyEmail(
            GovukNotifyClient client,
            GovukNotifySettings settings,
            ChannelSettings channels,
            Wording wording) {
        this.client = client;
        this.settings = settings;
        this.channels = channels;
        this.wording = wording;
        if (setUp() && (!client.setUp() || settings.emailTemplate() == null)) {
            throw new IllegalStateException(
                    "handbell.channels.email is govuk-notify: it wants"
                            + " handbell.govuk-notify.api-key-file and .email-template");
        }
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public final boolean setUp() {
        return channels.email() == EmailBy.GOVUK_NOTIFY;
    }

    @Override
    public Optional<String> address(Contact contact) {
        return Optional.of(contact.email());
    }

    @Override
    public Outcome send(Notification notification) {
        var text = wording.of(Channel.EMAIL, notification.message());
        var words = Map.of("subject", text.subject(), "body", text.body());
        var template = Objects.requireNonNull(settings.emailTemplate());
        return client.send(
                notification,
                "email",
                notify ->
                        notify.sendEmail(
                                template,
                                notification.address(),
                                words,
                                notification.deliveryId()));
    }
}
