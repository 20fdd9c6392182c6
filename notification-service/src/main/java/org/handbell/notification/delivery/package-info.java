/// Brings each message to its person, at least once, and logs every attempt.
@NullMarked
package org.handbell.notification.delivery;

import org.jspecify.annotations.NullMarked;
