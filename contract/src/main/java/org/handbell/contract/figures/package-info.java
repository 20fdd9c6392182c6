/// Figures that all services show in the same way.
@NullMarked
package org.handbell.contract.figures;

import org.jspecify.annotations.NullMarked;
