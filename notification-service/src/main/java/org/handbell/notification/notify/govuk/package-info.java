/// The channels e-mail and SMS by GOV.UK Notify, through its own client.
@NullMarked
package org.handbell.notification.notify.govuk;

import org.jspecify.annotations.NullMarked;
