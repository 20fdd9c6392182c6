/// Keeps the figures fresh that cost a question to the database or the broker.
@NullMarked
package org.handbell.notification.figures;

import org.jspecify.annotations.NullMarked;
