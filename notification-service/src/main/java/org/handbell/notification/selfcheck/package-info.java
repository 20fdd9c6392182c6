/// The service tries itself: a message every so often to a test contact.
@NullMarked
package org.handbell.notification.selfcheck;

import org.jspecify.annotations.NullMarked;
