/// The files that an operator deploys and runs Handbell with.
@NullMarked
package org.handbell.endtoend.deploy;

import org.jspecify.annotations.NullMarked;
