@NullMarked
package org.handbell.analysis.running;

import org.jspecify.annotations.NullMarked;
