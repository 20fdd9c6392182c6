/// The channel chat: a room per school, by incoming webhook.
@NullMarked
package org.handbell.notification.notify.chat;

import org.jspecify.annotations.NullMarked;
