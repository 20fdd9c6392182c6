/// Everything in one process: broker, database, four services, an invented school.
@NullMarked
package org.handbell.standalone;

import org.jspecify.annotations.NullMarked;
