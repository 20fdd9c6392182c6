/// Each service in a process of its own, stopped and started while posts flow.
@NullMarked
package org.handbell.endtoend.rolling;

import org.jspecify.annotations.NullMarked;
