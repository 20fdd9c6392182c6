/// Who is told next, and when, until somebody acknowledges.
@NullMarked
package org.handbell.notification.escalation;

import org.jspecify.annotations.NullMarked;
