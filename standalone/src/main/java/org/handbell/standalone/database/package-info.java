/// Where the databases of the services are: beside the broker of `./handbell up`, or as the
/// environment names them.
@NullMarked
package org.handbell.standalone.database;

import org.jspecify.annotations.NullMarked;
