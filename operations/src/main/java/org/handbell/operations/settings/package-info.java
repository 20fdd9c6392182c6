/// Settings of the environment: what nothing reads is refused, what is spelt otherwise is read.
@NullMarked
package org.handbell.operations.settings;

import org.jspecify.annotations.NullMarked;
