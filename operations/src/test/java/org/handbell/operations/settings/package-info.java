@NullMarked
package org.handbell.operations.settings;

import org.jspecify.annotations.NullMarked;
