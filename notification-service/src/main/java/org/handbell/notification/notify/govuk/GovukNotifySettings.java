package org.handbell.notification.notify.govuk;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The account at GOV.UK Notify. Its templates hold two fields, `((subject))` and `((body))`: the
/// words are ours.
///
/// @param address of the service
/// @param apiKeyFile a file with the key; nothing goes this way where it is not given
/// @param emailTemplate id of the template for e-mail
/// @param smsTemplate id of the template for text messages; SMS is not set up where it is not given
@ConfigurationProperties(prefix = "handbell.govuk-notify", ignoreUnknownFields = false)
record GovukNotifySettings(
        @DefaultValue("https://api.notifications.service.gov.uk") String address,
        @Nullable Path apiKeyFile,
        @Nullable String emailTemplate,
        @Nullable String smsTemplate) {}
