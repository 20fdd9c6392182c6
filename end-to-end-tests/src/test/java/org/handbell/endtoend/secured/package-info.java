/// A broker and a database that let in and allow only what was granted, and what Handbell says
/// where something was not.
@NullMarked
package org.handbell.endtoend.secured;

import org.jspecify.annotations.NullMarked;
