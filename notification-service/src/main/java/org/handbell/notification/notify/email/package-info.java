/// The channel e-mail, by SMTP.
@NullMarked
package org.handbell.notification.notify.email;

import org.jspecify.annotations.NullMarked;
