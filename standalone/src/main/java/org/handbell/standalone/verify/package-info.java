/// `./handbell verify-audit` and `./handbell verify-evidence`: whether what the desk wrote down is
/// as it was written.
@NullMarked
package org.handbell.standalone.verify;

import org.jspecify.annotations.NullMarked;
