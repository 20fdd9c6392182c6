/// `./handbell dlt`: what a reader could not process, to be looked at, sent again or given up.
@NullMarked
package org.handbell.standalone.deadletter;

import org.jspecify.annotations.NullMarked;
