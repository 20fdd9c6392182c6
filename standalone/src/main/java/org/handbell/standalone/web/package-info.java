/// A small web server on the loopback address, for the parts of the standalone that are no service.
@NullMarked
package org.handbell.standalone.web;

import org.jspecify.annotations.NullMarked;
