/// The first page of the demonstration and the way of the latest posts, served by the case
/// service's web server beside its own pages.
@NullMarked
package org.handbell.standalone.welcome;

import org.jspecify.annotations.NullMarked;
