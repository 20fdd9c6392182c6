/// Makes the model that the analysis ships: from the corpus, from public labelled data and from a
/// public sentence encoder.
@NullMarked
package org.handbell.analysis.training;

import org.jspecify.annotations.NullMarked;
