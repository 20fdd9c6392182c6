/// From a public post to an alert in a mailbox, through servers that others wrote.
@NullMarked
package org.handbell.endtoend;

import org.jspecify.annotations.NullMarked;
