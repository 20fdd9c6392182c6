/// The desk: registers, claims, and what people decide.
@NullMarked
package org.handbell.cases;

import org.jspecify.annotations.NullMarked;
