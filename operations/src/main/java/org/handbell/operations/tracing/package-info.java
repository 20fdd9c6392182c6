/// The way of a post through the services, as one trace; off unless an operator says where to.
@NullMarked
package org.handbell.operations.tracing;

import org.jspecify.annotations.NullMarked;
