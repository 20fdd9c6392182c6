@NullMarked
package org.handbell.ingest.takeout;

import org.jspecify.annotations.NullMarked;
