/// Finds signals in a post: names, places, contact details, phrases. A hit claims nothing yet.
@NullMarked
package org.handbell.analysis.detect;

import org.jspecify.annotations.NullMarked;
