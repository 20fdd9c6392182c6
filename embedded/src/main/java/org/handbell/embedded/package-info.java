/// A real broker and a real database, started by the process that needs them.
@NullMarked
package org.handbell.embedded;

import org.jspecify.annotations.NullMarked;
