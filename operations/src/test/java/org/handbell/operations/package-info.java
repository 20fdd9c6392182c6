@NullMarked
package org.handbell.operations;

import org.jspecify.annotations.NullMarked;
