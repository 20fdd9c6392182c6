/// The way of a whole trust into the desk: one file, taken whole or not at all.
@NullMarked
package org.handbell.cases.trust;

import org.jspecify.annotations.NullMarked;
