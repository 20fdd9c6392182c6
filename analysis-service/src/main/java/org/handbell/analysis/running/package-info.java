/// The packs of a running service: which ones judge, how a new one comes in, and what one in the
/// shadow would have found.
@NullMarked
package org.handbell.analysis.running;

import org.jspecify.annotations.NullMarked;
