@NullMarked
package org.handbell.operations.logging;

import org.jspecify.annotations.NullMarked;
