/// When a message may leave.
@NullMarked
package org.handbell.notification.hours;

import org.jspecify.annotations.NullMarked;
