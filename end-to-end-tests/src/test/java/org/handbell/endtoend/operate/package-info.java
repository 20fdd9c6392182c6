/// What an operator sees of the whole: dashboards, with the figures of a run.
@NullMarked
package org.handbell.endtoend.operate;

import org.jspecify.annotations.NullMarked;
