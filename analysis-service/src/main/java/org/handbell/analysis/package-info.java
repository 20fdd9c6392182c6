/// Judges posts by the policy: a pure function from a post to claims.
@NullMarked
package org.handbell.analysis;

import org.jspecify.annotations.NullMarked;
