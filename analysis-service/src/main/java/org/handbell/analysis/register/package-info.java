/// The trust as the analysis knows it: a snapshot of two compacted tables.
@NullMarked
package org.handbell.analysis.register;

import org.jspecify.annotations.NullMarked;
