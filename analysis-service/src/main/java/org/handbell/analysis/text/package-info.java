/// Reads what a post says as people meant it, and can point back at every letter.
@NullMarked
package org.handbell.analysis.text;

import org.jspecify.annotations.NullMarked;
