/// Holds the training corpus to what its README says.
@NullMarked
package org.handbell.analysis.corpus;

import org.jspecify.annotations.NullMarked;
