/// Who did or read what, when: append only, each entry chained to the last.
@NullMarked
package org.handbell.cases.audit;

import org.jspecify.annotations.NullMarked;
