/// Timers that survive a restart.
@NullMarked
package org.handbell.notification.timer;

import org.jspecify.annotations.NullMarked;
