@NullMarked
package org.handbell.operations.tracing;

import org.jspecify.annotations.NullMarked;
