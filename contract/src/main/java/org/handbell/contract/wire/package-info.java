/// How events look on the wire: JSON values, CloudEvents attributes in the headers (binary mode),
/// and the broker's settings that keep each topic within its bounds.
@NullMarked
package org.handbell.contract.wire;

import org.jspecify.annotations.NullMarked;
