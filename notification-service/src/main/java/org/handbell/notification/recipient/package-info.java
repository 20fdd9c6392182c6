/// How to reach people: the table behind `recipients.v1`.
@NullMarked
package org.handbell.notification.recipient;

import org.jspecify.annotations.NullMarked;
