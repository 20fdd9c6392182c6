/// Tells people that a case needs them.
@NullMarked
package org.handbell.notification;

import org.jspecify.annotations.NullMarked;
