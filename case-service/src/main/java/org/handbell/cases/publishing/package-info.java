/// How facts leave the desk: what was committed reaches the broker, at least once and in order.
@NullMarked
package org.handbell.cases.publishing;

import org.jspecify.annotations.NullMarked;
