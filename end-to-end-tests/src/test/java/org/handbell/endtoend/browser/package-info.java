/// What people see, in a real browser.
@NullMarked
package org.handbell.endtoend.browser;

import org.jspecify.annotations.NullMarked;
