/// One message to one person: its words, and the port to the channels.
@NullMarked
package org.handbell.notification.notify;

import org.jspecify.annotations.NullMarked;
