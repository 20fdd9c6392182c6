/// The channel push, by a server that speaks ntfy's protocol.
@NullMarked
package org.handbell.notification.notify.push;

import org.jspecify.annotations.NullMarked;
