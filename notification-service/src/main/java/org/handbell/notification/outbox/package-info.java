/// Events on their way to the broker, stored with the change they tell of.
@NullMarked
package org.handbell.notification.outbox;

import org.jspecify.annotations.NullMarked;
